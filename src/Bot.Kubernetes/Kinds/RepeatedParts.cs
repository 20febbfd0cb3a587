using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>Parts of records that thousands of objects have in common are held once.</summary>
internal static class RepeatedParts
{
    private static readonly StringMap?[] Maps = new StringMap?[1 << 12];
    private static readonly RecordPool<ContainerSpec> Specs = new();
    private static readonly RecordPool<Owner> Owners = new();
    private static readonly string[]?[] NameLists = new string[]?[1 << 12];
    private static readonly RecordPool<ContainerPort[]> Ports = new(new ArrayComparer<ContainerPort>());
    private static readonly RecordPool<ContainerSpec[]> SpecLists = new(new ArrayComparer<ContainerSpec>());

    /// <summary>The map of entries that are sorted and unique.</summary>
    public static StringMap Map(ReadOnlySpan<KeyValuePair<string, string>> sorted)
    {
        if (sorted.IsEmpty)
        {
            return StringMap.Empty;
        }

        var hash = new HashCode();
        foreach (var (key, value) in sorted)
        {
            hash.Add(key);
            hash.Add(value);
        }

        ref var slot = ref Maps[(uint)hash.ToHashCode() & (uint)(Maps.Length - 1)];
        var known = slot;
        return known is not null && known.HoldsExactly(sorted) ? known : slot = StringMap.FromSorted(sorted);
    }

    /// <summary>The list of these names.</summary>
    public static ImmutableArray<string> Names(ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
        {
            return [];
        }

        var hash = new HashCode();
        foreach (var name in names)
        {
            hash.Add(name);
        }

        ref var slot = ref NameLists[(uint)hash.ToHashCode() & (uint)(NameLists.Length - 1)];
        var known = slot;
        return ImmutableCollectionsMarshal.AsImmutableArray(known is not null && names.SequenceEqual(known) ? known : slot = names.ToArray());
    }

    public static Owner Once(Owner owner) => Owners.Get(owner);

    /// <summary>Expects ports that went through here before: lists are compared by reference inside a record.</summary>
    public static ContainerSpec Once(ContainerSpec spec) => Specs.Get(spec);

    public static ImmutableArray<string> Once(ImmutableArray<string> list) => Names(list.AsSpan());

    public static ImmutableArray<ContainerPort> Once(ImmutableArray<ContainerPort> list) => Once(list, Ports);

    public static ImmutableArray<ContainerSpec> Once(ImmutableArray<ContainerSpec> list) => Once(list, SpecLists);

    private static ImmutableArray<T> Once<T>(ImmutableArray<T> list, RecordPool<T[]> pool) =>
        list.IsDefaultOrEmpty ? [] : ImmutableCollectionsMarshal.AsImmutableArray(pool.Get(ImmutableCollectionsMarshal.AsArray(list)!));

    private sealed class ArrayComparer<T> : IEqualityComparer<T[]>
    {
        public bool Equals(T[]? x, T[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

        public int GetHashCode(T[] obj)
        {
            var hash = new HashCode();
            foreach (var item in obj)
            {
                hash.Add(item);
            }

            return hash.ToHashCode();
        }
    }
}
