using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Simulator.Scenarios;

/// <summary>Times of a scenario: <c>-9h12m</c>, <c>-30d</c>, <c>0s</c>, counted from the start.</summary>
internal static partial class OffsetText
{
    public static TimeSpan? Parse(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success || text.Length == 0 || match.Length == match.Groups["sign"].Length)
        {
            return null;
        }

        var span = TimeSpan.FromDays(Number(match, "d")) + TimeSpan.FromHours(Number(match, "h")) + TimeSpan.FromMinutes(Number(match, "m")) + TimeSpan.FromSeconds(Number(match, "s"));
        return match.Groups["sign"].Value == "-" ? -span : span;
    }

    private static double Number(Match match, string unit) =>
        match.Groups[unit].Success ? double.Parse(match.Groups[unit].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<sign>[+-]?)((?<d>\d+)d)?((?<h>\d+)h)?((?<m>\d+)m)?((?<s>\d+(\.\d+)?)s)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
