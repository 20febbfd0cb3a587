using System.Text.RegularExpressions;

namespace Bot.EndToEnd.Tests.Demo;

/// <summary>The main path as a newcomer walks it: see, explain, ask, be refused alone, approve as another person, heal, read the record.</summary>
public sealed partial class MainPathTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_stuck_root_is_seen_approved_by_another_person_healed_and_recorded()
    {
        await using var bot = await StartedBot.ServeAsync();
        using var browser = await Browser.OpenAsync(bot.Address);

        var status = await browser.SayAsync("/status prod");
        status.ShouldContain("DEMO");
        status.ShouldContain("wealist-apps-prod");
        status.ShouldContain("/unstick wealist-apps-prod");

        var plan = await browser.SayAsync("/unstick wealist-apps-prod a release must go out");
        var request = RequestKey().Match(plan).Groups["id"].Value;
        request.Length.ShouldBe(26);
        plan.ShouldContain("1/3");
        plan.ShouldContain("kubectl -n argocd patch");

        var (exit, _, refusal) = await bot.CallAsync("approve", request);
        exit.ShouldBe(77);
        refusal.ShouldContain(bot.Address.ToString().TrimEnd('/'));

        await browser.SayAsync($"/approve {request}");
        (await browser.ReadAsync("/audit")).ShouldContain("own-request");

        await browser.BecomeAsync("jun");
        await browser.SayAsync($"/approve {request}");
        await EventuallyAsync(async () => (await browser.ReadAsync("/approvals")).Contains("Healed", StringComparison.Ordinal));

        (await bot.CallAsync("audit", "verify")).Exit.ShouldBe(0);
        (await bot.CallAsync("status", "prod")).Out.ShouldNotContain("Deployments stopped");
        var token = TokenText().Match(await browser.SayAsync("/link")).Value;
        token.ShouldNotBeEmpty();
        var (refreshed, said, fault) = await bot.CallAsync("refresh", "wealist-apps-prod", "--token", token);
        refreshed.ShouldBe(0, said + fault);
    }

    // Asked again with every answer of the bot; each answer takes its time, so nothing is slept through.
    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        while (!await isSo())
        {
            await pace.WaitForNextTickAsync(limit.Token);
        }
    }

    [GeneratedRegex("request:(?<id>[a-z2-7]{26})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequestKey();

    [GeneratedRegex("bot_[a-z2-7]{20,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenText();
}
