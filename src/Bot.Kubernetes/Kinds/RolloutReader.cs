using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class RolloutReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Rollout
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
        Phase = item.At("status"u8, "phase"u8).Text(),
        Message = item.At("status"u8, "message"u8).Message(),
        Paused = item.At("spec"u8, "paused"u8).Bool() || item.At("status"u8, "pauseConditions"u8) is { ValueKind: JsonValueKind.Array },
        PauseReasons = item.At("status"u8, "pauseConditions"u8).Each(static pause => pause.At("reason"u8).Text()),
        Aborted = item.At("status"u8, "abort"u8).Bool(),
        CurrentStepIndex = item.At("status"u8, "currentStepIndex"u8).IntOrNull(),
    };
}
