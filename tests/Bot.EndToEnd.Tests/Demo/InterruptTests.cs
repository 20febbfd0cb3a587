using System.Text.RegularExpressions;

namespace Bot.EndToEnd.Tests.Demo;

/// <summary>Ctrl-C: the program ends by its contract, and a plan on its way is left in a state that the record tells.</summary>
public sealed partial class InterruptTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_idle_bot_ends_with_130_and_without_a_stack_trace()
    {
        await using var bot = await StartedBot.ServeAsync();
        using (var browser = await Browser.OpenAsync(bot.Address))
        {
            await browser.SayAsync("/status prod");
        }

        var (exit, rest) = await bot.InterruptAsync();

        exit.ShouldBe(130, bot.Error);
        rest.ShouldBeEmpty();
        bot.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_plan_under_way_stops_after_its_step_and_says_how_far_it_came()
    {
        await using var bot = await StartedBot.ServeAsync();
        var request = await ApproveAsync(bot);

        var (exit, _) = await bot.InterruptAsync();

        exit.ShouldBe(130, bot.Error);
        bot.Error.ShouldNotContain("   at ");
        HowFar().IsMatch(bot.Error).ShouldBeTrue(bot.Error);
        var ended = await ExportAsync(bot, request);
        var begun = Count(ended, "exec.intent");
        begun.ShouldBeInRange(1, 3);
        Count(ended, "exec.result").ShouldBe(begun, "the step under way is recorded");
        Count(ended, "exec.ended").ShouldBe(1);
        (await bot.CallAsync("audit", "verify")).Exit.ShouldBe(0);

        await using var again = await bot.RestartAsync();
        using var browser = await Browser.OpenAsync(again.Address);
        var card = await browser.ReadAsync("/approvals");
        HowFar().IsMatch(card).ShouldBeTrue(card);
        Count(await ExportAsync(again, request), "exec.intent").ShouldBe(begun, "no step begins anew");
        (await again.CallAsync("audit", "verify")).Exit.ShouldBe(0);
    }

    private static async Task<string> ApproveAsync(StartedBot bot)
    {
        using var browser = await Browser.OpenAsync(bot.Address);
        var request = RequestKey().Match(await browser.SayAsync("/unstick wealist-apps-prod a release must go out")).Groups["id"].Value;
        await browser.BecomeAsync("jun");
        await browser.SayAsync($"/approve {request}");
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!(await browser.ReadAsync("/audit")).Contains("exec.intent", StringComparison.Ordinal))
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        return request;
    }

    private static async Task<string[]> ExportAsync(StartedBot bot, string request) =>
        [.. (await bot.CallAsync("audit", "export")).Out.Split('\n').Where(line => line.Contains(request, StringComparison.Ordinal))];

    private static int Count(string[] records, string kind) => records.Count(record => record.Contains($"\"{kind}\"", StringComparison.Ordinal));

    [GeneratedRegex("request:(?<id>[a-z2-7]{26})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequestKey();

    [GeneratedRegex("[1-3] of 3|[1-3]/3 steps", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HowFar();
}
