using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>90s</c>, <c>1.5h</c>.</summary>
public static partial class GoDuration
{
    /// <summary>Null when the text is not a duration.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        if (!Whole().IsMatch(text))
        {
            return null;
        }

        var seconds = Part().Matches(text).Sum(part =>
            double.Parse(part.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * SecondsOf(part.Groups["unit"].Value));
        return seconds <= TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double SecondsOf(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "ns" => 1e-9,
        _ => 1e-6,
    };

    [GeneratedRegex(@"^(\d+(\.\d*)?(h|ms|m|s|us|µs|ns))+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>\d+(\.\d*)?)(?<unit>h|ms|m|s|us|µs|ns)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
