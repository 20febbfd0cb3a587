using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>
/// The order in which a snapshot holds the objects of a kind: by namespace and name. Rules that take the first of several then say the same
/// whatever the order in which a server, a watch or a file brought them.
/// </summary>
public static class ObjectOrder
{
    public static IComparer<ClusterObject> Comparer { get; } = Comparer<ClusterObject>.Create(Compare);

    /// <summary>The list itself when it is in order already.</summary>
    public static ImmutableArray<ClusterObject> Sorted(ImmutableArray<ClusterObject> items)
    {
        for (var index = 1; index < items.Length; index++)
        {
            if (Compare(items[index - 1], items[index]) > 0)
            {
                return items.Sort(Comparer);
            }
        }

        return items;
    }

    private static int Compare(ClusterObject one, ClusterObject other)
    {
        var order = string.CompareOrdinal(one.Metadata.Namespace, other.Metadata.Namespace);
        order = order != 0 ? order : string.CompareOrdinal(one.Metadata.Name, other.Metadata.Name);
        return order != 0 ? order : string.CompareOrdinal(PartOf(one), PartOf(other));
    }

    /// <summary>Several records may speak of one pod or one address.</summary>
    private static string PartOf(ClusterObject item) => item switch
    {
        LogExcerpt excerpt => $"{excerpt.Container}/{excerpt.Previous}",
        ProbeResult probe => $"{probe.Environment} {probe.Url}",
        _ => "",
    };
}
