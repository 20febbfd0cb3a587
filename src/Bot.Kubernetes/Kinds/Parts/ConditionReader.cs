using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal static class ConditionReader
{
    /// <summary>The conditions under <c>status</c> of an object.</summary>
    public static ImmutableArray<Condition> OfStatus(JsonElement item) => Read(item.At("status"u8, "conditions"u8));

    public static ImmutableArray<Condition> Read(JsonElement conditions) => conditions.Each(static condition => new Condition(
        condition.At("type"u8).Text(),
        condition.At("status"u8).Text(),
        condition.At("reason"u8).Text(),
        condition.At("message"u8).Message(),
        condition.At("lastTransitionTime"u8).Time()));
}
