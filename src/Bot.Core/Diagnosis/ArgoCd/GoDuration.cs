using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>90s</c>, <c>1.5h</c>, <c>-5m</c>.</summary>
public static partial class GoDuration
{
    // What 64 bits of nanoseconds can hold: about 292 years.
    private const double Longest = long.MaxValue / 1e9;

    /// <summary>Null when the text is not a duration.</summary>
    public static TimeSpan? Parse(string text)
    {
        var isNegative = text.StartsWith('-');
        text = isNegative || text.StartsWith('+') ? text[1..] : text;
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
        return seconds <= Longest ? TimeSpan.FromSeconds(isNegative ? -seconds : seconds) : null;
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

    [GeneratedRegex(@"^((\d+(\.\d*)?|\.\d+)(h|ms|m|s|us|µs|μs|ns))+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>\d+(\.\d*)?|\.\d+)(?<unit>h|ms|m|s|us|µs|μs|ns)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
