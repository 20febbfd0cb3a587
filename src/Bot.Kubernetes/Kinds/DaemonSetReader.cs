using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class DaemonSetReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new DaemonSet
    {
        Metadata = metadata,
        Replicas = item.At("status"u8, "desiredNumberScheduled"u8).Int(),
        ReadyReplicas = item.At("status"u8, "numberReady"u8).Int(),
        AvailableReplicas = item.At("status"u8, "numberAvailable"u8).Int(),
        UpdatedReplicas = item.At("status"u8, "updatedNumberScheduled"u8).Int(),
        UpdateStrategy = item.At("spec"u8, "updateStrategy"u8).At("type"u8).Text(),
        Unavailable = item.At("status"u8, "numberUnavailable"u8).Int(),
        ObservedGeneration = item.At("status"u8, "observedGeneration"u8).Long(),
        Selector = LabelSelectorReader.Read(item.At("spec"u8, "selector"u8)),
        Template = PodTemplateReader.Read(item.At("spec"u8, "template"u8)),
        Conditions = ConditionReader.OfStatus(item),
    };
}
