using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

/// <summary>Whatever windows a project has, around changes to and from summer time too: the answer is the one that counting minutes gives.</summary>
public sealed class SyncWindowMinutesTests
{
    private static readonly string[] Zones = ["", "Asia/Seoul", "America/New_York", "Europe/London", "Australia/Lord_Howe", "UTC"];

    private static readonly DateTimeOffset[] Days =
    [
        new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
        new(2026, 2, 27, 0, 0, 0, TimeSpan.Zero),
        new(2026, 3, 7, 0, 0, 0, TimeSpan.Zero),
        new(2026, 3, 28, 0, 0, 0, TimeSpan.Zero),
        new(2026, 4, 4, 0, 0, 0, TimeSpan.Zero),
        new(2026, 10, 24, 0, 0, 0, TimeSpan.Zero),
        new(2026, 10, 31, 0, 0, 0, TimeSpan.Zero),
    ];

    [Fact]
    public void Decides_as_counting_minutes_does() =>
        Prop.ForAll(Cases().ToArbitrary(), run =>
        {
            var slow = new MinuteByMinute(run.Windows, run.Now);
            var windows = run.Windows.Select(pair => pair.Window).ToImmutableArray();
            return Enumerable.Range(0, 200).All(step =>
            {
                var at = run.Now.AddMinutes(step * 17).AddSeconds(step % 3 - 1);
                return SyncWindowEvaluator.Evaluate(windows, at, run.Manual) == new SyncWindowVerdict(slow.CanSync(at, run.Manual));
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Finds_the_opening_that_counting_minutes_finds() =>
        Prop.ForAll(Cases().ToArbitrary(), run =>
            SyncWindowEvaluator.NextOpening([.. run.Windows.Select(pair => pair.Window)], run.Now, run.Manual) == new MinuteByMinute(run.Windows, run.Now).NextOpening(run.Now, run.Manual))
        .QuickCheckThrowOnFailure();

    private static Gen<(ImmutableArray<(SyncWindow Window, int Minutes)> Windows, DateTimeOffset Now, bool Manual)> Cases() =>
        from count in Gen.Choose(1, 3)
        from windows in Windows().ArrayOf(count)
        from day in Gen.Elements(Days)
        from minute in Gen.Choose(0, 2 * 24 * 60)
        from second in Gen.Elements(0, 0, 1, 30, 59)
        from manual in Gen.Elements(false, true)
        select (windows.ToImmutableArray(), day.AddMinutes(minute).AddSeconds(second), manual);

    private static Gen<(SyncWindow Window, int Minutes)> Windows() =>
        from kind in Gen.Elements("allow", "deny")
        from minute in Gen.Elements("0", "0", "30", "*/15", "5/20", "0,45", "*")
        from hour in Gen.Elements("*", "1", "2", "22", "9-17", "*/6", "0,12")
        from day in Gen.Elements("*", "*", "*", "1-15", "*/2", "13")
        from month in Gen.Elements("*", "*", "3-4", "11")
        from weekday in Gen.Elements("*", "*", "1-5", "0", "0,6", "2/2")
        from minutes in Gen.OneOf(Gen.Choose(1, 180), Gen.Choose(1, 48).Select(hours => hours * 60))
        from zone in Gen.Elements(Zones)
        from manual in Gen.Elements(false, true)
        select (new SyncWindow { Type = kind, Schedule = $"{minute} {hour} {day} {month} {weekday}", Duration = $"{minutes}m", TimeZone = zone, ManualSync = manual, Applications = ["*"] }, minutes);
}
