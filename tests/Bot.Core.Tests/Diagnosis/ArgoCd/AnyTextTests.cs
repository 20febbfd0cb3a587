using Bot.Core.Diagnosis.ArgoCd;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

/// <summary>Texts come from clusters: whatever they hold, reading them never throws and never invents an object.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
        ["waiting for healthy state of ", "waiting for deletion of hook ", "batch/Job/x", "/Service/y", " and 3 more resources", ". Retrying attempt #2 at 3:04PM.", " (retried 5 times).", "Retrying operation. Attempt #", "*/5", "1-3", "mon", "1h", "30m", ",", " ", "\n", "#", "a"];

    [Fact]
    public void Readers_are_total() =>
        Prop.ForAll(Texts(), text =>
        {
            var message = OperationMessage.Parse(text);
            _ = MessageClassifier.Classify(text, ofHook: true);
            _ = MessageClassifier.Underlying(text);
            _ = GoDuration.Parse(text);
            _ = CronSchedule.Parse(text)?.Next(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified));
            return !message.NamesObject || text.Contains($"/{message.ObjectKind}/{message.ObjectName}", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_next_start_of_a_schedule_is_later_and_on_the_minute() =>
        Prop.ForAll(Schedules().ToArbitrary(), Gen.Choose(0, 60 * 24 * 800).ToArbitrary(), (schedule, minutes) =>
        {
            var from = new DateTime(2026, 1, 1, 0, 0, 30, DateTimeKind.Unspecified).AddMinutes(minutes);
            return CronSchedule.Parse(schedule)!.Next(from) is not { } next || (next > from && next.Second == 0);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Texts() => Gen.OneOf(
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    private static Gen<string> Schedules() =>
        from minute in Field(0, 59)
        from hour in Field(0, 23)
        from day in Field(1, 31)
        from month in Field(1, 12)
        from weekday in Field(0, 6)
        select $"{minute} {hour} {day} {month} {weekday}";

    private static Gen<string> Field(int low, int high) => Gen.OneOf(
        Gen.Constant("*"),
        Gen.Choose(low, high).Select(value => $"{value}"),
        Gen.Choose(2, 7).Select(step => $"*/{step}"),
        from a in Gen.Choose(low, high) from b in Gen.Choose(low, high) select $"{Math.Min(a, b)}-{Math.Max(a, b)}");
}
