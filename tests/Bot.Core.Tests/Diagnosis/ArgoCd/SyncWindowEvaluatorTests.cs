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
    [InlineData("deny|0 0 31 2 *|1h|no|", false, false)]
    [InlineData("deny|0 1 * * *|-1h|no|", true, true)]
    [InlineData("deny|0 1 * * *|soon|no|", false, false)]
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
    [InlineData("deny|* * * * 1-5|1h|no|", "2026-01-03T00:59:00Z")]
    public void Finds_the_next_opening(string windows, string opens) =>
        SyncWindowEvaluator.NextOpening(Windows(windows), Now, manual: false).ShouldBe(DateTimeOffset.Parse(opens));

    [Theory]
    [InlineData("deny|* * * * *|1h|no|")]
    [InlineData("allow|0 3 1 6 *|1h|no|")]
    [InlineData("deny|bad|1h|no|")]
    public void Says_so_when_nothing_opens_within_eight_days(string windows) =>
        SyncWindowEvaluator.NextOpening(Windows(windows), Now, manual: false).ShouldBeNull();

    /// <summary>The night of 29 March 2026 has no 01:00 to 02:00 in London: the clocks go from 01:00 to 02:00 at 01:00Z.</summary>
    [Theory]
    [InlineData("2026-03-29T00:30:00Z", true)]
    [InlineData("2026-03-29T00:59:59Z", true)]
    [InlineData("2026-03-29T01:00:01Z", true)]
    [InlineData("2026-03-29T01:30:00Z", true)]
    [InlineData("2026-03-29T02:00:01Z", false)]
    public void A_window_across_a_change_of_the_clocks_is_read_in_the_offset_of_the_moment(string now, bool active) =>
        SyncWindowEvaluator.IsActive(Windows("deny|0 0 * * *|3h|no|Europe/London")[0], DateTimeOffset.Parse(now)).ShouldBe(active);

    [Theory]
    [InlineData("allow|0 3 * * *|1h|no|America/New_York", "2026-03-08T05:00:00Z", "2026-03-08T07:00:00Z")]
    [InlineData("allow|30 2 * * *|1h|no|America/New_York", "2026-03-08T08:00:00Z", "2026-03-09T06:30:00Z")]
    [InlineData("allow|0 9 * * *|1h|no|America/New_York", "2026-10-31T15:00:00Z", "2026-11-01T14:00:00Z")]
    [InlineData("allow|0 9 * * 1|8h|no|Europe/London", "2026-10-23T20:00:00Z", "2026-10-26T09:00:00Z")]
    public void Finds_the_opening_behind_a_change_of_the_clocks(string windows, string now, string opens) =>
        SyncWindowEvaluator.NextOpening(Windows(windows), DateTimeOffset.Parse(now), manual: false).ShouldBe(DateTimeOffset.Parse(opens));

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
