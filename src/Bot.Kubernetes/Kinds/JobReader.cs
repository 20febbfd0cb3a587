using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class JobReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Job
    {
        Metadata = metadata,
        Active = item.At("status"u8, "active"u8).Int(),
        Succeeded = item.At("status"u8, "succeeded"u8).Int(),
        Failed = item.At("status"u8, "failed"u8).Int(),
        BackoffLimit = item.At("spec"u8, "backoffLimit"u8).Int(6),
        ActiveDeadlineSeconds = item.At("spec"u8, "activeDeadlineSeconds"u8).LongOrNull(),
        TtlSecondsAfterFinished = item.At("spec"u8, "ttlSecondsAfterFinished"u8).IntOrNull(),
        Suspended = item.At("spec"u8, "suspend"u8).Bool(),
        StartedAt = item.At("status"u8, "startTime"u8).Time(),
        CompletedAt = item.At("status"u8, "completionTime"u8).Time(),
        Template = PodTemplateReader.Read(item.At("spec"u8, "template"u8)),
        Conditions = ConditionReader.OfStatus(item),
    };
}
