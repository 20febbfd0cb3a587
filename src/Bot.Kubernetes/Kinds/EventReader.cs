using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>Events of <c>v1</c> and of <c>events.k8s.io</c>: the newer API kept the old fields under <c>deprecated…</c> names.</summary>
internal sealed class EventReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var regarding = First(item.At("involvedObject"u8), item.At("regarding"u8));
        var series = item.At("series"u8);
        var at = item.At("eventTime"u8).Time();
        return new Event
        {
            Metadata = metadata,
            Regarding = new ObjectRef(KindName(regarding), regarding.At("namespace"u8).Text(), regarding.At("name"u8).Text()),
            RegardingUid = regarding.At("uid"u8).Text(),
            Type = item.At("type"u8).Text(),
            Reason = item.At("reason"u8).Text(),
            Message = First(item.At("message"u8), item.At("note"u8)).Message(),
            Component = Component(item),
            Count = series.At("count"u8).IntOrNull() ?? First(item.At("count"u8), item.At("deprecatedCount"u8)).Int(1),
            FirstAt = First(item.At("firstTimestamp"u8), item.At("deprecatedFirstTimestamp"u8)).Time() ?? at ?? metadata.CreatedAt,
            LastAt = series.At("lastObservedTime"u8).Time()
                ?? First(item.At("lastTimestamp"u8), item.At("deprecatedLastTimestamp"u8)).Time() ?? at ?? metadata.CreatedAt,
        };
    }

    private static JsonElement First(JsonElement one, JsonElement other) => one.IsMissing() ? other : one;

    private static string Component(JsonElement item) =>
        item.At("source"u8, "component"u8).Text() is { Length: > 0 } source ? source
        : item.At("reportingComponent"u8).Text() is { Length: > 0 } component ? component
        : item.At("reportingController"u8).Text();

    /// <summary>A kind that exists in two groups is written with its group, as findings write it.</summary>
    private static string KindName(JsonElement reference)
    {
        var kind = reference.At("kind"u8).Text();
        return kind == "Gateway" && reference.At("apiVersion"u8).Text() is var version && version.IndexOf('/') is var slash and > 0
            ? $"{kind}.{version[..slash]}"
            : kind;
    }
}
