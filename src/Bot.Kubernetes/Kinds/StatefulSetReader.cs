using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class StatefulSetReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new StatefulSet
    {
        Metadata = metadata,
        Replicas = item.At("spec"u8, "replicas"u8).Int(1),
        ReadyReplicas = item.At("status"u8, "readyReplicas"u8).Int(),
        AvailableReplicas = item.At("status"u8, "availableReplicas"u8).Int(),
        UpdatedReplicas = item.At("status"u8, "updatedReplicas"u8).Int(),
        ObservedGeneration = item.At("status"u8, "observedGeneration"u8).Long(),
        Selector = LabelSelectorReader.Read(item.At("spec"u8, "selector"u8)),
        Template = PodTemplateReader.Read(item.At("spec"u8, "template"u8)),
        Conditions = ConditionReader.OfStatus(item),
        CurrentRevision = item.At("status"u8, "currentRevision"u8).Text(),
        UpdateRevision = item.At("status"u8, "updateRevision"u8).Text(),
        UpdateStrategy = item.At("spec"u8, "updateStrategy"u8).At("type"u8).Text(),
        PodManagementPolicy = item.At("spec"u8, "podManagementPolicy"u8).Text(),
        Partition = item.At("spec"u8, "updateStrategy"u8).At("rollingUpdate"u8, "partition"u8).Int(),
        ServiceName = item.At("spec"u8, "serviceName"u8).Text(),
    };
}
