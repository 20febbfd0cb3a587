namespace Bot.Core.Commands;

/// <summary>What somebody may have meant: names within a small edit distance (a swap of neighbours counts as one), or that contain the word.</summary>
public static class NearestNames
{
    /// <summary>At most three, the nearest first.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names)
    {
        var word = typed.ToLowerInvariant();
        var limit = Math.Max(2, word.Length / 3);
        return
        [
            .. names.Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, Distance: Distance(word, name.ToLowerInvariant()), Contains: word.Length > 1 && name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Where(candidate => candidate.Contains || candidate.Distance <= limit)
                .OrderBy(candidate => candidate.Contains ? Math.Min(candidate.Distance, 1) : candidate.Distance)
                .ThenBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(3)
                .Select(candidate => candidate.Name),
        ];
    }

    /// <summary>Optimal string alignment distance.</summary>
    public static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    current[column] = Math.Min(current[column], before[column - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
