using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class NodeReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Node
    {
        Metadata = metadata,
        Unschedulable = item.At("spec"u8, "unschedulable"u8).Bool(),
        Taints = item.At("spec"u8, "taints"u8).Each(static taint => new Taint(taint.At("key"u8).Text(), taint.At("value"u8).Text(), taint.At("effect"u8).Text())),
        Conditions = ConditionReader.OfStatus(item),
        AllocatableCpu = item.At("status"u8, "allocatable"u8).At("cpu"u8).Quantity(),
        AllocatableMemory = item.At("status"u8, "allocatable"u8).At("memory"u8).Quantity(),
        AllocatablePods = item.At("status"u8, "allocatable"u8).At("pods"u8).Quantity(),
        KubeletVersion = item.At("status"u8, "nodeInfo"u8).At("kubeletVersion"u8).Text(),
        Architecture = item.At("status"u8, "nodeInfo"u8).At("architecture"u8).Text(),
    };
}
