using System.Globalization;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// A five-field cron schedule (minute, hour, day, month, weekday) as Argo CD reads it: lists, ranges, steps and English names,
/// weekdays 0 to 6, no seconds and no macros. Where day and weekday are both restricted, either of them suffices.
/// </summary>
public sealed class CronSchedule
{
    private const int YearsAhead = 5;

    private static readonly string[] Months = ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly bool[][] fields;
    private readonly bool anyDay;

    private CronSchedule(bool[][] fields, bool anyDay)
    {
        this.fields = fields;
        this.anyDay = anyDay;
    }

    /// <summary>Null when the text is not a schedule.</summary>
    public static CronSchedule? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 5)
        {
            return null;
        }

        bool[]?[] parsed = [Field(parts[0], 0, 59, []), Field(parts[1], 0, 23, []), Field(parts[2], 1, 31, []), Field(parts[3], 1, 12, Months), Field(parts[4], 0, 6, Weekdays)];
        return parsed.Contains(null) ? null : new CronSchedule(parsed!, IsStar(parts[2]) || IsStar(parts[4]));
    }

    /// <summary>The first start strictly after <paramref name="moment"/>; null when there is none within five years. No time zone is applied.</summary>
    public DateTime? Next(DateTime moment)
    {
        var at = new DateTime(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, 0, DateTimeKind.Unspecified).AddMinutes(1);
        var last = at.AddYears(YearsAhead);
        while (at < last)
        {
            if (!fields[3][at.Month])
            {
                at = new DateTime(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1);
            }
            else if (!IsDay(at))
            {
                at = at.Date.AddDays(1);
            }
            else if (!fields[1][at.Hour])
            {
                at = at.Date.AddHours(at.Hour + 1);
            }
            else if (!fields[0][at.Minute])
            {
                at = at.AddMinutes(1);
            }
            else
            {
                return at;
            }
        }

        return null;
    }

    private bool IsDay(DateTime at)
    {
        var (day, weekday) = (fields[2][at.Day], fields[4][(int)at.DayOfWeek]);
        return anyDay ? day && weekday : day || weekday;
    }

    // A star with a step greater than one restricts the field, as in the library that Argo CD uses.
    private static bool IsStar(string field) => field.Split(',').Any(part => part is "*" or "?" or "*/1" or "?/1");

    private static bool[]? Field(string text, int low, int high, string[] names)
    {
        var set = new bool[high + 1];
        foreach (var part in text.Split(','))
        {
            var pieces = part.Split('/');
            var step = 1;
            if (pieces.Length > 2 || (pieces.Length == 2 && (!Number(pieces[1], [], out step) || step == 0)))
            {
                return null;
            }

            var (from, to) = (low, high);
            if (pieces[0] is not ("*" or "?"))
            {
                var ends = pieces[0].Split('-');
                if (ends.Length > 2 || !Number(ends[0], names, out from))
                {
                    return null;
                }

                to = pieces.Length == 2 ? high : from;
                if (ends.Length == 2 && !Number(ends[1], names, out to))
                {
                    return null;
                }
            }

            if (from < low || to > high || from > to)
            {
                return null;
            }

            for (var value = from; value <= to; value += step)
            {
                set[value] = true;
            }
        }

        return set;
    }

    private static bool Number(string text, string[] names, out int value)
    {
        value = text.Length == 0 ? -1 : Array.FindIndex(names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        return value >= 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
