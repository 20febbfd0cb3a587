namespace Bot.Simulator.Scenarios;

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearestNames
{
    /// <summary>The names that come nearest, best first; none that is too far off.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known) =>
    [
        .. known.Select(candidate => (candidate, Distance: Distance(name, candidate)))
            .Where(pair => pair.Distance <= Math.Max(2, name.Length / 2) || pair.candidate.Contains(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.candidate, StringComparer.Ordinal)
            .Take(3)
            .Select(static pair => pair.candidate),
    ];

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
