using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>Resource and container-resource metrics of an autoscaler: the target of the spec beside the figure of the status.</summary>
internal static class HpaMetricReader
{
    public static ImmutableArray<HpaMetric> Read(JsonElement item)
    {
        var seen = item.At("status"u8, "currentMetrics"u8);
        return item.At("spec"u8, "metrics"u8).Each(metric =>
        {
            var source = SourceOf(metric);
            var name = source.At("name"u8).Text();
            return new HpaMetric(name, Figure(source.At("target"u8)), Current(seen, name));
        });
    }

    private static string Current(JsonElement seen, string name)
    {
        foreach (var metric in seen.Items())
        {
            if (SourceOf(metric) is var source && source.At("name"u8).Text() == name)
            {
                return Figure(source.At("current"u8));
            }
        }

        return "";
    }

    private static JsonElement SourceOf(JsonElement metric) => metric.At("resource"u8) is { ValueKind: JsonValueKind.Object } resource ? resource : metric.At("containerResource"u8);

    private static string Figure(JsonElement value) =>
        value.At("averageUtilization"u8).IntOrNull() is { } percent ? $"{percent}%"
        : value.At("averageValue"u8).Text() is { Length: > 0 } average ? average
        : value.At("value"u8).Text();
}
