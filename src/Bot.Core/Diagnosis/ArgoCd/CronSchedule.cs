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

    private readonly bool[] minutes;
    private readonly bool[] hours;
    private readonly bool[] days;
    private readonly bool[] months;
    private readonly bool[] weekdays;
    private readonly bool anyDay;

    private CronSchedule(Field[] fields)
    {
        (minutes, hours, days, months, weekdays) = (fields[0].Values, fields[1].Values, fields[2].Values, fields[3].Values, fields[4].Values);
        anyDay = fields[2].IsStar || fields[4].IsStar;
    }

    /// <summary>Null when the text is not a schedule.</summary>
    public static CronSchedule? Parse(string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5)
        {
            return null;
        }

        Field?[] parsed = [Field.Parse(parts[0], 0, 59, []), Field.Parse(parts[1], 0, 23, []), Field.Parse(parts[2], 1, 31, []), Field.Parse(parts[3], 1, 12, Months), Field.Parse(parts[4], 0, 6, Weekdays)];
        return parsed.Contains(null) ? null : new CronSchedule(parsed!);
    }

    /// <summary>The first start strictly after <paramref name="moment"/>; null when there is none within five years. No time zone is applied.</summary>
    public DateTime? Next(DateTime moment)
    {
        var at = new DateTime(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, 0, DateTimeKind.Unspecified).AddMinutes(1);
        var last = at.Year + YearsAhead;
        while (at.Year <= last)
        {
            if (!months[at.Month])
            {
                at = new DateTime(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1);
            }
            else if (!IsDay(at))
            {
                at = at.Date.AddDays(1);
            }
            else if (!hours[at.Hour])
            {
                at = at.Date.AddHours(at.Hour + 1);
            }
            else if (!minutes[at.Minute])
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
        var (day, weekday) = (days[at.Day], weekdays[(int)at.DayOfWeek]);
        return anyDay ? day && weekday : day || weekday;
    }

    /// <summary>The values that a field takes. A star with a step greater than one restricts the field, as in the library that Argo CD uses.</summary>
    private sealed record Field(bool[] Values, bool IsStar)
    {
        public static Field? Parse(string text, int low, int high, string[] names)
        {
            var field = new Field(new bool[high + 1], IsStar: false);
            foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                var pieces = part.Split('/');
                var step = 1;
                if (pieces.Length > 2 || (pieces.Length == 2 && (!Number(pieces[1], [], out step) || step == 0)))
                {
                    return null;
                }

                var ends = pieces[0].Split('-');
                var isStar = ends[0] is "*" or "?";
                var (from, to) = (low, high);
                if (!isStar && !Range(ends, names, out from, out to))
                {
                    return null;
                }

                // "5/20" means from 5 to the end.
                to = pieces.Length == 2 && ends.Length == 1 ? high : to;
                if (from < low || to > high || from > to)
                {
                    return null;
                }

                field = field with { IsStar = field.IsStar || (isStar && step == 1) };
                for (var value = from; value <= to; value += step)
                {
                    field.Values[value] = true;
                }
            }

            return field;
        }

        private static bool Range(string[] ends, string[] names, out int from, out int to)
        {
            to = 0;
            if (ends.Length > 2 || !Number(ends[0], names, out from))
            {
                from = 0;
                return false;
            }

            to = from;
            return ends.Length == 1 || Number(ends[1], names, out to);
        }

        private static bool Number(string text, string[] names, out int value)
        {
            value = text.Length == 0 ? -1 : Array.FindIndex(names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
            return value >= 0 || int.TryParse(text.StartsWith('+') ? text[1..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }
    }
}
