using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>The starts of a CronJob as its controller counts them: the schedule, read in its time zone (UTC where none is named).</summary>
internal sealed class CronClock
{
    // The widest offset of any zone: how far a schedule may be off when the zone is only guessed.
    private static readonly TimeSpan WidestOffset = TimeSpan.FromHours(14);

    private readonly CronSchedule schedule;
    private readonly TimeZoneInfo zone;
    private readonly bool zoneIsNamed;

    private CronClock(CronSchedule schedule, TimeZoneInfo zone, bool zoneIsNamed)
    {
        this.schedule = schedule;
        this.zone = zone;
        this.zoneIsNamed = zoneIsNamed;
    }

    /// <summary>Null when the schedule cannot be read or nobody here knows its zone.</summary>
    public static CronClock? Of(CronJob job)
    {
        var (text, name) = (job.Schedule.Trim(), job.TimeZone);
        if (text.StartsWith("TZ=", StringComparison.Ordinal) || text.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            var space = text.IndexOf(' ');
            (name, text) = space < 0 ? ("", "") : (text[(text.IndexOf('=') + 1)..space], text[(space + 1)..]);
        }

        var named = TimeZoneInfo.Utc;
        return (name.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(name, out named)) && CronSchedule.Parse(Plain(text)) is { } schedule
            ? new CronClock(schedule, named!, name.Length > 0)
            : null;
    }

    /// <summary>The first start after a moment; null when there is none within five years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var local = DateTime.SpecifyKind(after.UtcDateTime + zone.GetUtcOffset(after), DateTimeKind.Unspecified);
        for (var next = schedule.Next(local); next is { } found; next = schedule.Next(found))
        {
            // An hour that summer time leaves out is made up for right after it.
            var real = zone.IsInvalidTime(found) ? found + TimeSpan.FromHours(1) : found;
            var start = new DateTimeOffset(real - zone.GetUtcOffset(real), TimeSpan.Zero);
            if (start > after)
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>How many starts lie after one moment and not after another, counted up to <paramref name="most"/>.</summary>
    public int Starts(DateTimeOffset after, DateTimeOffset until, int most)
    {
        var count = 0;
        for (var start = Next(after); start <= until && count < most; start = Next(start.Value))
        {
            count++;
        }

        return count;
    }

    /// <summary>The time between the two starts that follow a moment.</summary>
    public TimeSpan? Period(DateTimeOffset after) => Next(after) is { } first && Next(first) is { } second ? second - first : null;

    /// <summary>
    /// By how much the starts may really be later: the controller manager's own zone counts where the CronJob names none, and a last start
    /// that does not fit UTC shows that it is another one.
    /// </summary>
    public TimeSpan Doubt(DateTimeOffset? lastStart) =>
        zoneIsNamed || lastStart is not { } last || Next(last.AddMinutes(-1)) == last || Period(last) <= TimeSpan.FromHours(1) ? TimeSpan.Zero : WidestOffset;

    private static string Plain(string text) => text switch
    {
        "@yearly" or "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" or "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => text,
    };
}
