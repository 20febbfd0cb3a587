using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>Parts of records that thousands of objects have in common are held once.</summary>
internal static class RepeatedParts
{
    private static readonly RecordPool<StringMap> Maps = new();
    private static readonly RecordPool<ContainerSpec> Specs = new();
    private static readonly RecordPool<Owner> Owners = new();
    private static readonly RecordPool<string[]> Texts = new(new ArrayComparer<string>());
    private static readonly RecordPool<ContainerPort[]> Ports = new(new ArrayComparer<ContainerPort>());
    private static readonly RecordPool<ContainerSpec[]> SpecLists = new(new ArrayComparer<ContainerSpec>());

    public static StringMap Once(StringMap map) => map.Count == 0 ? StringMap.Empty : Maps.Get(map);

    public static Owner Once(Owner owner) => Owners.Get(owner);

    /// <summary>Expects ports that went through here before: lists are compared by reference inside a record.</summary>
    public static ContainerSpec Once(ContainerSpec spec) => Specs.Get(spec);

    public static ImmutableArray<string> Once(ImmutableArray<string> list) => Once(list, Texts);

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
