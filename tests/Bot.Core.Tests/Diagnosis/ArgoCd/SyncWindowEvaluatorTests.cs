using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class SyncWindowEvaluatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 1, 30, 0, TimeSpan.Zero);

    /// <summary>Windows as <c>kind|schedule|duration|manual|zone</c>, several parted by a semicolon.</summary>
    [Theory]
    [InlineData("", true, true)]
    [InlineData("allow|0 1 * * *|1h|no|", true, true)]
    [InlineData("allow|0 3 * * *|1h|no|", false, false)]
    [InlineData("allow|0 3 * * *|1h|yes|", false, true)]
    [InlineData("allow|0 3 * * *|1h|yes|;allow|0 4 * * *|1h|no|", false, false)]
    [InlineData("deny|0 1 * * *|1h|no|", false, false)]
    [InlineData("deny|0 1 * * *|1h|yes|", false, true)]
    [InlineData("deny|0 1 * * *|1h|yes|;deny|0 1 * * *|1h|no|", false, false)]
    [InlineData("deny|0 1 * * *|1h|yes|;allow|0 1 * * *|1h|no|", false, true)]
    [InlineData("deny|0 5 * * *|1h|no|", true, true)]
    [InlineData("allow|0 10 * * *|2h|no|Asia/Seoul", true, true)]
    [InlineData("deny|0 22 * * *|4h|no|", false, false)]
    [InlineData("deny|bad|1h|no|", false, false)]
    [InlineData("allow|* * * * *|1h|no|", true, true)]
    [InlineData("allow|0 1 * * *|1h|no|Nowhere/Land", true, true)]
    public void Decides_as_the_controller_does(string windows, bool automatic, bool manual)
    {
        var parsed = Windows(windows);

        SyncWindowEvaluator.Evaluate(parsed, Now, manual: false).CanSync.ShouldBe(automatic);
        SyncWindowEvaluator.Evaluate(parsed, Now, manual: true).CanSync.ShouldBe(manual);
    }

    [Theory]
    [InlineData("2026-01-02T01:00:00Z", false)]
    [InlineData("2026-01-02T01:00:01Z", true)]
    [InlineData("2026-01-02T01:59:59Z", true)]
    [InlineData("2026-01-02T02:00:00Z", false)]
    public void A_window_is_open_strictly_between_its_ends(string now, bool active) =>
        SyncWindowEvaluator.IsActive(Windows("deny|0 1 * * *|1h|no|")[0], DateTimeOffset.Parse(now)).ShouldBe(active);

    [Theory]
    [InlineData("allow|0 3 * * *|1h|no|", "2026-01-02T03:00:00Z")]
    [InlineData("deny|0 22 * * *|4h|no|", "2026-01-02T02:00:00Z")]
    [InlineData("allow|0 10 * * 1|1h|no|Asia/Seoul", "2026-01-05T01:00:00Z")]
    [InlineData("allow|0 3 * * *|1h|no|;deny|0 3 * * *|30m|no|", "2026-01-02T03:30:00Z")]
    public void Finds_the_next_opening(string windows, string opens) =>
        SyncWindowEvaluator.NextOpening(Windows(windows), Now, manual: false).ShouldBe(DateTimeOffset.Parse(opens));

    [Theory]
    [InlineData("deny|* * * * *|1h|no|")]
    [InlineData("allow|0 3 1 6 *|1h|no|")]
    [InlineData("deny|bad|1h|no|")]
    public void Says_so_when_nothing_opens_within_eight_days(string windows) =>
        SyncWindowEvaluator.NextOpening(Windows(windows), Now, manual: false).ShouldBeNull();

    [Fact]
    public void Matches_any_list_by_default_and_every_list_with_the_and_operator()
    {
        var app = new TheApplication("board-service-prod", destination: "wealist-prod").Build();
        var either = new SyncWindow { Type = "deny", Schedule = "0 1 * * *", Duration = "1h", Applications = ["*-prod"], Namespaces = ["other"] };

        Match(app, either).ShouldBeTrue();
        Match(app, either with { AndOperator = true }).ShouldBeFalse();
        Match(app, either with { AndOperator = true, Namespaces = ["wealist-*"] }).ShouldBeTrue();
        Match(app, either with { Applications = [], Namespaces = [], Clusters = ["https://kubernetes.default.svc"] }).ShouldBeTrue();
        Match(app, either with { Applications = [], Namespaces = [] }).ShouldBeFalse();
    }

    private static bool Match(Application app, SyncWindow window) =>
        SyncWindowEvaluator.Matching(app, new AppProject { Metadata = TheMetadata.Of("argocd", "wealist"), SyncWindows = [window] }).Length == 1;

    private static ImmutableArray<SyncWindow> Windows(string text) =>
    [
        .. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(window => window.Split('|')).Select(part =>
            new SyncWindow { Type = part[0], Schedule = part[1], Duration = part[2], ManualSync = part[3] == "yes", TimeZone = part[4], Applications = ["*"] }),
    ];
}
