using System.Text.Json;
using Bot.Core.Approval;
using Bot.Core.Clusters;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Web.Tests;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_change_at_the_desk_reaches_the_browser_as_a_card()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.Browser.GetStringAsync("/");
        using var reader = new StreamReader(await console.Browser.GetStreamAsync("/events"));
        await NextAsync(reader, "hello");
        await console.Desk.Followed.Task;

        console.Desk.Publish(Request());

        using var item = JsonDocument.Parse(await NextAsync(reader, "card"));
        item.RootElement.GetProperty("key").GetString().ShouldBe("request:req1");
        item.RootElement.GetProperty("html").GetString()!.ShouldContain("data-key=\"request:req1\"");
    }

    [Fact]
    public async Task The_stream_ends_when_the_host_stops()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.Browser.GetStringAsync("/");
        using var reader = new StreamReader(await console.Browser.GetStreamAsync("/events"));
        await NextAsync(reader, "hello");

        console.Lifetime.StopApplication();

        (await reader.ReadToEndAsync()).Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_browser_without_a_session_gets_no_stream()
    {
        await using var console = await RunningConsole.StartAsync();

        using var answer = await console.Browser.GetAsync("/events");

        ((int)answer.StatusCode).ShouldBe(204);
    }

    private static async Task<string> NextAsync(StreamReader reader, string type)
    {
        var data = "";
        var seen = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                seen = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line["data: ".Length..];
            }
            else if (line.Length == 0 && seen == type)
            {
                return data;
            }
        }

        throw new EndOfStreamException();
    }

    private static ApprovalRequest Request()
    {
        var target = new ObjectRef("Application", "argocd", "wealist-apps-prod");
        var plan = new Plan
        {
            Action = ActionIds.ClearOperation,
            Cluster = "demo",
            Target = target,
            Title = new TextKey("console.title"),
            Risk = new TextKey("console.title"),
            Undo = new TextKey("console.title"),
            Goal = new Instant(),
            Steps =
            [
                new PlanStep
                {
                    Action = ActionIds.ClearOperation,
                    Tier = RiskTier.R2,
                    Title = new TextKey("console.title"),
                    Target = target,
                    Uid = "u",
                    Command = "kubectl",
                    Request = new ClusterRequest { Verb = ClusterVerb.JsonPatch, Version = "v1alpha1", Resource = "applications", Kind = "Application", Name = target.Name, Body = "[]" },
                },
            ],
        };
        return new ApprovalRequest
        {
            Id = "req1",
            Plan = plan,
            PlanHash = PlanHash.Of(plan),
            Requester = new Actor("console", "mina", "Mina", RunningConsole.Mina),
            CreatedAt = DateTimeOffset.UnixEpoch,
            ExpiresAt = DateTimeOffset.UnixEpoch.AddHours(1),
        };
    }

    private sealed record Instant : PlanGoal
    {
        public override GoalState Judge(ClusterSnapshot before, ClusterSnapshot now) => new(GoalProgress.Reached);
    }
}
