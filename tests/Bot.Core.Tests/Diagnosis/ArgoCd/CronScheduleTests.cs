using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 1 * * *", "2026-01-02T00:59:30", "2026-01-02T01:00:00")]
    [InlineData("0 1 * * *", "2026-01-02T01:00:00", "2026-01-03T01:00:00")]
    [InlineData("*/15 9-17 * * mon-fri", "2026-01-02T17:46:00", "2026-01-05T09:00:00")]
    [InlineData("5/20 * * * *", "2026-01-02T00:26:00", "2026-01-02T00:45:00")]
    [InlineData("0 0 29 2 *", "2026-01-02T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 1,15 * *", "2026-01-02T00:00:00", "2026-01-15T00:00:00")]
    [InlineData("0 0 13 * 5", "2026-01-02T00:00:00", "2026-01-09T00:00:00")]
    [InlineData("1,,2 * * * *", "2026-01-02T00:01:00", "2026-01-02T00:02:00")]
    [InlineData("0\t1  * * *", "2026-01-02T00:00:00", "2026-01-02T01:00:00")]
    [InlineData("0 0 */1 * 5", "2026-01-03T00:00:00", "2026-01-09T00:00:00")]
    [InlineData("0 0 */2 * 5", "2026-01-03T00:00:00", "2026-01-05T00:00:00")]
    [InlineData("0 0 ? JAN,DEC *", "2026-01-31T00:00:00", "2026-12-01T00:00:00")]
    public void Starts_next_strictly_later(string schedule, string from, string next) =>
        CronSchedule.Parse(schedule)!.Next(DateTime.Parse(from)).ShouldBe(DateTime.Parse(next));

    [Theory]
    [InlineData("bad")]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 7")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("@daily")]
    public void Refuses_what_is_no_schedule(string schedule) => CronSchedule.Parse(schedule).ShouldBeNull();

    [Fact]
    public void A_day_that_never_comes_has_no_next_start() => CronSchedule.Parse("0 0 31 2 *")!.Next(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)).ShouldBeNull();
}
