using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class AnalysisRunReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new AnalysisRun
    {
        Metadata = metadata,
        Phase = item.At("status"u8, "phase"u8).Text(),
        Message = item.At("status"u8, "message"u8).Message(),
        Metrics = item.At("status"u8, "metricResults"u8).Each(static result =>
        {
            var last = Last(result.At("measurements"u8));
            return new MetricResult(
                result.At("name"u8).Text(),
                result.At("phase"u8).Text(),
                result.At("message"u8).Message() is { Length: > 0 } message ? message : last.At("message"u8).Message(),
                last.At("value"u8).Message(),
                last.At("finishedAt"u8).Time());
        }),
    };

    private static JsonElement Last(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is > 0 and var length ? list[length - 1] : default;
}
