using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class DeploymentReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Deployment
    {
        Metadata = metadata,
        Replicas = item.At("spec"u8, "replicas"u8).Int(1),
        CurrentReplicas = item.At("status"u8, "replicas"u8).Int(),
        ReadyReplicas = item.At("status"u8, "readyReplicas"u8).Int(),
        AvailableReplicas = item.At("status"u8, "availableReplicas"u8).Int(),
        UpdatedReplicas = item.At("status"u8, "updatedReplicas"u8).Int(),
        ObservedGeneration = item.At("status"u8, "observedGeneration"u8).Long(),
        Selector = LabelSelectorReader.Read(item.At("spec"u8, "selector"u8)),
        Template = PodTemplateReader.Read(item.At("spec"u8, "template"u8)),
        Conditions = ConditionReader.OfStatus(item),
        Paused = item.At("spec"u8, "paused"u8).Bool(),
        SpecChangedAt = ManagedFieldsReader.ChangedAt(item),
        ProgressDeadlineSeconds = item.At("spec"u8, "progressDeadlineSeconds"u8).Int(600),
    };
}
