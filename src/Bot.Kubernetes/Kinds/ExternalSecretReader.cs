using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ExternalSecretReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new ExternalSecret
    {
        Keys = Keys(item.At("spec"u8)),
        TargetLabels = item.At("spec"u8, "target"u8).At("template"u8) is { ValueKind: JsonValueKind.Object } template ? template.At("metadata"u8, "labels"u8).Map() : metadata.Labels,
        Metadata = metadata,
        StoreKind = item.At("spec"u8, "secretStoreRef"u8).At("kind"u8).Text() is { Length: > 0 } kind ? kind : "SecretStore",
        StoreName = item.At("spec"u8, "secretStoreRef"u8).At("name"u8).Text(),
        TargetName = item.At("spec"u8, "target"u8).At("name"u8).Text() is { Length: > 0 } target ? target : metadata.Name,
        CreationPolicy = item.At("spec"u8, "target"u8).At("creationPolicy"u8).Text() is { Length: > 0 } policy ? policy : "Owner",
        RefreshedAt = item.At("status"u8, "refreshTime"u8).Time(),
        Conditions = ConditionReader.OfStatus(item),
    };

    private static ImmutableArray<string> Keys(JsonElement spec) =>
    [
        .. spec.At("data"u8).Each(static entry => entry.At("secretKey"u8).Text())
            .Concat(spec.At("target"u8, "template"u8).At("data"u8) is { ValueKind: JsonValueKind.Object } data ? data.EnumerateObject().Select(static entry => entry.Name) : [])
            .Where(static key => key.Length > 0)
            .Distinct(),
    ];
}
