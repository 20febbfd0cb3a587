using System.Runtime.InteropServices;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>
/// Collects the entries of one map without garbage: most maps (labels, annotations) were seen before, and then nothing is allocated at all.
/// One per thread; used and emptied within one call.
/// </summary>
internal sealed class MapScratch
{
    [ThreadStatic]
    private static MapScratch? mine;

    private readonly List<KeyValuePair<string, string>> entries = [];

    /// <summary>Empty, even where the map before was given up in the middle.</summary>
    public static MapScratch Begin()
    {
        var scratch = mine ??= new();
        scratch.entries.Clear();
        return scratch;
    }

    /// <summary>Keeps the list sorted; a later entry of the same key wins.</summary>
    public void Add(string key, string value)
    {
        var index = entries.Count;
        while (index > 0 && string.CompareOrdinal(entries[index - 1].Key, key) is var order && order >= 0)
        {
            index--;
            if (order == 0)
            {
                entries[index] = new(key, value);
                return;
            }
        }

        entries.Insert(index, new(key, value));
    }

    public StringMap Take()
    {
        var map = RepeatedParts.Map(CollectionsMarshal.AsSpan(entries));
        entries.Clear();
        return map;
    }
}
