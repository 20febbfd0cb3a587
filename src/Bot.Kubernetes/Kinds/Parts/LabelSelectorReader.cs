using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal static class LabelSelectorReader
{
    /// <summary>Null when there is none: it selects nothing, whereas an empty one selects everything.</summary>
    public static LabelSelector? Read(JsonElement selector) => selector.ValueKind != JsonValueKind.Object ? null : new LabelSelector(
        selector.At("matchLabels"u8).Map(),
        selector.At("matchExpressions"u8).Each(static row => new LabelRequirement(
            row.At("key"u8).Text(),
            row.At("operator"u8).Text(),
            row.At("values"u8).Texts())));
}
