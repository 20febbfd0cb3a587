using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>The number at the end of the name of a StatefulSet's pod.</summary>
internal static class Ordinals
{
    /// <summary>Null when the pod does not bear a name that the set gives.</summary>
    public static int? Of(Pod pod, StatefulSet set) =>
        pod.Name.Length > set.Name.Length + 1
        && pod.Name.StartsWith(set.Name, StringComparison.Ordinal)
        && int.TryParse(pod.Name.AsSpan(set.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? ordinal
            : null;

    public static bool IsOrdered(StatefulSet set) => set.PodManagementPolicy is "" or "OrderedReady";
}
