using System.Runtime.CompilerServices;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>How much the node with the most free memory could still take: at most that, when pods of some namespaces were not read. Unknown where nodes or pods were not read.</summary>
internal static class RoomOnNodes
{
    // Every pod that finds no place asks the same question of the same snapshot.
    private static readonly ConditionalWeakTable<ClusterSnapshot, StrongBox<(Node Node, decimal Cpu, decimal Memory)?>> Known = [];

    public static (Node Node, decimal Cpu, decimal Memory)? Largest(ClusterSnapshot snapshot) =>
        Known.GetValue(snapshot, static snapshot => new(Find(snapshot))).Value;

    public static decimal CpuOf(Pod pod) => Sum(pod, static spec => spec.CpuRequest, []);

    public static decimal MemoryOf(Pod pod) => Sum(pod, static spec => spec.MemoryRequest, []);

    private static (Node Node, decimal Cpu, decimal Memory)? Find(ClusterSnapshot snapshot)
    {
        if (snapshot.ReadingOf("Node").State != ReadingState.Read || snapshot.ReadingOf("Pod").State != ReadingState.Read)
        {
            return null;
        }

        var amounts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        (Node Node, decimal Cpu, decimal Memory)? largest = null;
        foreach (var node in snapshot.All<Node>().Where(node => !node.Unschedulable).OrderBy(node => node.Name, StringComparer.Ordinal))
        {
            decimal cpu = node.AllocatableCpu?.Value ?? 0, memory = node.AllocatableMemory?.Value ?? 0;
            foreach (var pod in snapshot.Pods.On(node.Name))
            {
                if (!pod.IsFinished)
                {
                    cpu -= Sum(pod, static spec => spec.CpuRequest, amounts);
                    memory -= Sum(pod, static spec => spec.MemoryRequest, amounts);
                }
            }

            largest = largest is null || memory > largest.Value.Memory ? (node, cpu, memory) : largest;
        }

        return largest;
    }

    // Init containers run before the others; their requests count only where they are larger, which is rare enough to leave out of a hint.
    private static decimal Sum(Pod pod, Func<ContainerSpec, Quantity?> amount, Dictionary<string, decimal> amounts)
    {
        var sum = 0m;
        foreach (var spec in pod.Containers)
        {
            if ((!spec.IsInit || spec.RestartsAlways) && amount(spec) is { } quantity)
            {
                if (!amounts.TryGetValue(quantity.Text, out var value))
                {
                    amounts[quantity.Text] = value = quantity.Value ?? 0;
                }

                sum += value;
            }
        }

        return sum;
    }
}
