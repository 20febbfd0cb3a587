using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>
/// Puts the sources together so that a list is taken whole from the last source that names it. .NET would merge lists by index,
/// and a longer list of an earlier source would go on granting what a later one meant to take away.
/// </summary>
public static class WholeLists
{
    /// <summary>All keys with their values, and for each the number of the source that it came from.</summary>
    public static (Dictionary<string, string?> Values, Dictionary<string, int> Origins) Merge(IEnumerable<IConfigurationProvider> sources)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var origins = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, source) in sources.Index())
        {
            var own = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            Collect(source, null, own);
            foreach (var list in own.Keys.Select(ListOf).OfType<string>().Concat(own.Where(pair => string.IsNullOrEmpty(pair.Value)).Select(pair => pair.Key)).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                foreach (var old in values.Keys.Where(key => key.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase)).ToArray())
                {
                    values.Remove(old);
                }
            }

            foreach (var (key, value) in own)
            {
                values[key] = value;
                origins[key] = number;
            }
        }

        return (values, origins);
    }

    private static void Collect(IConfigurationProvider source, string? path, Dictionary<string, string?> own)
    {
        foreach (var name in source.GetChildKeys([], path).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var key = path is null ? name : $"{path}:{name}";
            if (source.TryGet(key, out var value))
            {
                own[key] = value;
            }

            Collect(source, key, own);
        }
    }

    // The path in front of the first index: Bot:People:mina:Roles of Bot:People:mina:Roles:0.
    private static string? ListOf(string key)
    {
        var parts = key.Split(':');
        var index = Array.FindIndex(parts, 1, part => int.TryParse(part, out _));
        return index < 0 ? null : string.Join(':', parts[..index]);
    }
}
