using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class CronJobReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new CronJob
    {
        Metadata = metadata,
        Schedule = item.At("spec"u8, "schedule"u8).Text(),
        TimeZone = item.At("spec"u8, "timeZone"u8).Text(),
        Suspended = item.At("spec"u8, "suspend"u8).Bool(),
        ConcurrencyPolicy = item.At("spec"u8, "concurrencyPolicy"u8).Text(),
        Active = item.At("status"u8, "active"u8) is { ValueKind: JsonValueKind.Array } active ? active.GetArrayLength() : 0,
        LastScheduleAt = item.At("status"u8, "lastScheduleTime"u8).Time(),
        LastSuccessAt = item.At("status"u8, "lastSuccessfulTime"u8).Time(),
        Template = PodTemplateReader.Read(item.At("spec"u8, "jobTemplate"u8).At("spec"u8, "template"u8)),
    };
}
