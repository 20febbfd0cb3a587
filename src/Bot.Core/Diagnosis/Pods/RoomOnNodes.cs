using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>How much the node with the most free memory could still take: at most that, when pods of some namespaces were not read. Unknown where nodes or pods were not read.</summary>
internal static class RoomOnNodes
{
    public static (Node Node, decimal Cpu, decimal Memory)? Largest(ClusterSnapshot snapshot)
    {
        if (snapshot.ReadingOf("Node").State != ReadingState.Read || snapshot.ReadingOf("Pod").State != ReadingState.Read)
        {
            return null;
        }

        var used = snapshot.All<Pod>().Where(pod => !pod.IsFinished && pod.NodeName.Length > 0).ToLookup(pod => pod.NodeName);
        return snapshot.All<Node>()
            .Where(node => !node.Unschedulable)
            .Select(node => (Node: node, Cpu: (node.AllocatableCpu?.Value ?? 0) - used[node.Name].Sum(CpuOf), Memory: (node.AllocatableMemory?.Value ?? 0) - used[node.Name].Sum(MemoryOf)))
            .OrderByDescending(room => room.Memory)
            .ThenBy(room => room.Node.Name, StringComparer.Ordinal)
            .Select(room => ((Node, decimal, decimal)?)room)
            .FirstOrDefault();
    }

    public static decimal CpuOf(Pod pod) => Sum(pod, spec => spec.CpuRequest);

    public static decimal MemoryOf(Pod pod) => Sum(pod, spec => spec.MemoryRequest);

    // Init containers run before the others; their requests count only where they are larger, which is rare enough to leave out of a hint.
    private static decimal Sum(Pod pod, Func<ContainerSpec, Quantity?> amount) =>
        pod.Containers.Where(spec => !spec.IsInit || spec.RestartsAlways).Sum(spec => amount(spec)?.Value ?? 0);
}
