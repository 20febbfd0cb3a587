using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

/// <summary>Sync windows decided the slow way: every minute of the schedule is written down. Shares no code with the product.</summary>
internal sealed class MinuteByMinute
{
    private const int Days = 9;

    private readonly ImmutableArray<(SyncWindow Window, int Minutes, TimeZoneInfo Zone, int[] StartsBefore)> windows;
    private readonly DateTime zero;

    public MinuteByMinute(ImmutableArray<(SyncWindow Window, int Minutes)> all, DateTimeOffset now)
    {
        var before = TimeSpan.FromMinutes(all.Length == 0 ? 0 : all.Max(pair => pair.Minutes)) + TimeSpan.FromDays(2);
        zero = (now.UtcDateTime - before).Date;
        windows = [.. all.Select(pair => (pair.Window, pair.Minutes, ZoneOf(pair.Window), Starts(pair.Window.Schedule, (int)(before + TimeSpan.FromDays(Days + 3)).TotalMinutes)))];
    }

    public bool CanSync(DateTimeOffset at, bool manual)
    {
        var active = windows.Where(window => IsActive(window, at)).Select(window => window.Window).ToList();
        var denies = active.Where(window => window.Type == "deny").ToList();
        if (denies.Count > 0)
        {
            return manual && denies.All(window => window.ManualSync);
        }

        var allows = windows.Select(window => window.Window).Where(window => window.Type == "allow").ToList();
        return allows.Count == 0 || active.Any(window => window.Type == "allow") || (manual && allows.All(window => window.ManualSync));
    }

    public DateTimeOffset? NextOpening(DateTimeOffset now, bool manual)
    {
        if (CanSync(now, manual))
        {
            return now;
        }

        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        for (minute = minute < now ? minute.AddMinutes(1) : minute; minute < now.AddDays(8); minute = minute.AddMinutes(1))
        {
            if (CanSync(minute.AddSeconds(1), manual))
            {
                return minute;
            }
        }

        return null;
    }

    private static TimeZoneInfo ZoneOf(SyncWindow window) => window.TimeZone.Length == 0 ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(window.TimeZone);

    private bool IsActive((SyncWindow Window, int Minutes, TimeZoneInfo Zone, int[] StartsBefore) window, DateTimeOffset at)
    {
        // A start m counts when local - duration < m < local.
        var local = (at.UtcDateTime + window.Zone.GetUtcOffset(at) - zero).TotalMinutes;
        var first = (int)Math.Floor(local - window.Minutes) + 1;
        var end = (int)Math.Ceiling(local);
        return end > first && window.StartsBefore[end] - window.StartsBefore[first] > 0;
    }

    private int[] Starts(string schedule, int minutes)
    {
        var fields = schedule.Split(' ');
        var before = new int[minutes + 1];
        for (var minute = 0; minute < minutes; minute++)
        {
            var at = zero.AddMinutes(minute);
            var (day, weekday) = (Holds(fields[2], at.Day, 1), Holds(fields[4], (int)at.DayOfWeek));
            var isDay = fields[2] == "*" || fields[4] == "*" ? day && weekday : day || weekday;
            before[minute + 1] = before[minute] + (isDay && Holds(fields[0], at.Minute) && Holds(fields[1], at.Hour) && Holds(fields[3], at.Month, 1) ? 1 : 0);
        }

        return before;
    }

    private static bool Holds(string field, int value, int lowest = 0) => field.Split(',').Any(part =>
    {
        if (part == "*")
        {
            return true;
        }

        if (part.StartsWith("*/", StringComparison.Ordinal))
        {
            return (value - lowest) % Number(part[2..]) == 0;
        }

        if (part.Split('/') is [var from, var step])
        {
            return value >= Number(from) && (value - Number(from)) % Number(step) == 0;
        }

        return part.Split('-') is [var low, var high] ? value >= Number(low) && value <= Number(high) : value == Number(part);
    });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
