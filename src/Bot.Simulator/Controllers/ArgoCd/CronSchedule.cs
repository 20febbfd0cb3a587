using System.Globalization;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>The five-field schedules of sync windows.</summary>
internal static class CronSchedule
{
    /// <summary>True when a run of the schedule lies within the duration before now. A schedule that cannot be read counts as active, which blocks.</summary>
    public static bool IsActive(string schedule, TimeSpan duration, DateTimeOffset now)
    {
        var fields = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            return true;
        }

        var minute = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, TimeSpan.Zero);
        for (var start = minute; start > now - duration; start = start.AddMinutes(-1))
        {
            if (start < now && Runs(fields, start))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Runs(string[] fields, DateTimeOffset at) =>
        Fits(fields[0], at.Minute) && Fits(fields[1], at.Hour) && Fits(fields[2], at.Day) && Fits(fields[3], at.Month) && Fits(fields[4], (int)at.DayOfWeek);

    private static bool Fits(string field, int value) => field.Split(',').Any(part =>
    {
        var slash = part.IndexOf('/');
        var step = slash < 0 ? 1 : Math.Max(1, Number(part[(slash + 1)..]));
        var range = slash < 0 ? part : part[..slash];
        if (range == "*")
        {
            return value % step == 0;
        }

        var dash = range.IndexOf('-');
        var from = Number(dash < 0 ? range : range[..dash]);
        var to = dash < 0 ? slash < 0 ? from : int.MaxValue : Number(range[(dash + 1)..]);
        return value >= from && value <= to && (value - from) % step == 0;
    });

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
