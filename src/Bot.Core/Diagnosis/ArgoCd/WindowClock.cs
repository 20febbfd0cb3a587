using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// When one sync window is active, as the controller computes it: the schedule is read in the offset that the window's zone has at the moment
/// of asking, so that a change to summer time inside a window moves the window as a whole. Its start and its end are outside.
/// </summary>
internal sealed class WindowClock
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly CronSchedule schedule;
    private readonly TimeSpan duration;
    private readonly TimeZoneInfo zone;

    private WindowClock(CronSchedule schedule, TimeSpan duration, TimeZoneInfo zone)
    {
        this.schedule = schedule;
        this.duration = duration;
        this.zone = zone;
    }

    /// <summary>Null when schedule or duration cannot be read. A zone that nobody knows counts as UTC, as in the controller.</summary>
    public static WindowClock? Of(SyncWindow window)
    {
        var named = window.TimeZone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(window.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        return CronSchedule.Parse(window.Schedule) is { } schedule && GoDuration.Parse(window.Duration) is { } duration ? new WindowClock(schedule, duration, named) : null;
    }

    /// <summary>A schedule that never comes ("31 February") makes the window active for ever: the controller takes "no next start" for a start long ago.</summary>
    public bool IsActive(DateTimeOffset at)
    {
        var local = Local(at, zone.GetUtcOffset(at));
        return schedule.Next(local - duration) is not { } start || start < local;
    }

    /// <summary>The moments up to <paramref name="until"/> at which the window may begin or cease to be active; starts that follow one another without a gap are one.</summary>
    public IEnumerable<DateTimeOffset> Edges(DateTimeOffset from, DateTimeOffset until)
    {
        foreach (var (begin, end, offset) in Offsets(from, until))
        {
            yield return begin;
            DateTime? open = null;
            for (var start = schedule.Next(Local(begin, offset) - duration); start is { } at && Global(at, offset) < end; start = schedule.Next(at))
            {
                if (open is { } before && at > before)
                {
                    yield return Global(before, offset);
                    open = null;
                }

                if (open is null)
                {
                    yield return Global(at, offset);
                }

                open = at + duration;
            }

            if (open is { } last)
            {
                yield return Global(last, offset);
            }
        }
    }

    private static DateTime Local(DateTimeOffset at, TimeSpan offset) => DateTime.SpecifyKind(at.UtcDateTime + offset, DateTimeKind.Unspecified);

    private static DateTimeOffset Global(DateTime local, TimeSpan offset) => new(local - offset, TimeSpan.Zero);

    /// <summary>The stretches of time during which the zone keeps one offset.</summary>
    private IEnumerable<(DateTimeOffset Begin, DateTimeOffset End, TimeSpan Offset)> Offsets(DateTimeOffset from, DateTimeOffset until)
    {
        var begin = from;
        if (zone.SupportsDaylightSavingTime)
        {
            for (var hour = from; hour < until; hour += Hour)
            {
                if (zone.GetUtcOffset(hour) == zone.GetUtcOffset(hour + Hour))
                {
                    continue;
                }

                var change = ChangeWithin(hour);
                yield return (begin, change, zone.GetUtcOffset(begin));
                begin = change;
            }
        }

        yield return (begin, until, zone.GetUtcOffset(begin));
    }

    private DateTimeOffset ChangeWithin(DateTimeOffset hour)
    {
        var before = zone.GetUtcOffset(hour);
        var minute = new DateTimeOffset(hour.Year, hour.Month, hour.Day, hour.Hour, hour.Minute, 0, hour.Offset);
        while (zone.GetUtcOffset(minute) == before)
        {
            minute += TimeSpan.FromMinutes(1);
        }

        return minute;
    }
}
