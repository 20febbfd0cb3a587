using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Core.Clusters;

/// <summary>A small immutable map (labels, annotations) that costs one array. Keys are ordinal and unique; compared by content.</summary>
public sealed class StringMap : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<StringMap>
{
    public static readonly StringMap Empty = new([]);

    private readonly KeyValuePair<string, string>[] entries;

    private StringMap(KeyValuePair<string, string>[] entries) => this.entries = entries;

    public int Count => entries.Length;

    /// <summary>The value of <paramref name="key"/>, or null when it is not there.</summary>
    public string? this[string key] => TryGet(key, out var value) ? value : null;

    /// <summary>Takes the entries as they come; a later entry of the same key wins.</summary>
    public static StringMap From(IEnumerable<KeyValuePair<string, string>> source)
    {
        var sorted = new List<KeyValuePair<string, string>>();
        foreach (var entry in source)
        {
            Insert(sorted, entry);
        }

        return sorted.Count == 0 ? Empty : new StringMap([.. sorted]);
    }

    /// <summary>Takes entries that are sorted by key (ordinal) and unique already, as they are.</summary>
    public static StringMap FromSorted(ReadOnlySpan<KeyValuePair<string, string>> sorted) => sorted.IsEmpty ? Empty : new StringMap(sorted.ToArray());

    /// <summary>True when the map holds exactly these entries, in this order.</summary>
    public bool HoldsExactly(ReadOnlySpan<KeyValuePair<string, string>> sorted) => entries.AsSpan().SequenceEqual(sorted);

    public bool Contains(string key) => TryGet(key, out _);

    public bool TryGet(string key, [NotNullWhen(true)] out string? value)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>True when every entry of <paramref name="selector"/> stands here too. An empty selector is contained in everything.</summary>
    public bool ContainsAll(StringMap selector)
    {
        foreach (var (key, value) in selector.entries)
        {
            if (!TryGet(key, out var own) || own != value)
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(StringMap? other) => other is not null && entries.AsSpan().SequenceEqual(other.entries);

    public override bool Equals(object? obj) => Equals(obj as StringMap);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in entries)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Keeps the list sorted. Objects bear a handful of labels, mostly sorted already: looking from the end costs one step.</summary>
    private static void Insert(List<KeyValuePair<string, string>> sorted, KeyValuePair<string, string> entry)
    {
        for (var index = sorted.Count - 1; index >= 0; index--)
        {
            var order = string.CompareOrdinal(sorted[index].Key, entry.Key);
            if (order == 0)
            {
                sorted[index] = entry;
                return;
            }

            if (order < 0)
            {
                sorted.Insert(index + 1, entry);
                return;
            }
        }

        sorted.Insert(0, entry);
    }
}
