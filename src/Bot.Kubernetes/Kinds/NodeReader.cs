using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class NodeReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Node
    {
        Metadata = metadata,
        Unschedulable = item.At("spec"u8, "unschedulable"u8).Bool(),
        Taints = item.At("spec"u8, "taints"u8).Each(static taint => new Taint(taint.At("key"u8).Text(), taint.At("value"u8).Text(), taint.At("effect"u8).Text()) { AddedAt = taint.At("timeAdded"u8).Time() }),
        Conditions = ConditionReader.OfStatus(item),
        HeartbeatAt = HeartbeatOf(item.At("status"u8, "conditions"u8)),
        AllocatableCpu = item.At("status"u8, "allocatable"u8).At("cpu"u8).Quantity(),
        AllocatableMemory = item.At("status"u8, "allocatable"u8).At("memory"u8).Quantity(),
        AllocatablePods = item.At("status"u8, "allocatable"u8).At("pods"u8).Quantity(),
        KubeletVersion = item.At("status"u8, "nodeInfo"u8).At("kubeletVersion"u8).Text(),
        Architecture = item.At("status"u8, "nodeInfo"u8).At("architecture"u8).Text(),
    };

    private static DateTimeOffset? HeartbeatOf(JsonElement conditions)
    {
        foreach (var condition in conditions.Items())
        {
            if (condition.At("type"u8).Text() == "Ready")
            {
                return condition.At("lastHeartbeatTime"u8).Time();
            }
        }

        return null;
    }
}
