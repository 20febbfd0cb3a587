using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ExternalSecretReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new ExternalSecret
    {
        Metadata = metadata,
        StoreKind = item.At("spec"u8, "secretStoreRef"u8).At("kind"u8).Text() is { Length: > 0 } kind ? kind : "SecretStore",
        StoreName = item.At("spec"u8, "secretStoreRef"u8).At("name"u8).Text(),
        TargetName = item.At("spec"u8, "target"u8).At("name"u8).Text() is { Length: > 0 } target ? target : metadata.Name,
        CreationPolicy = item.At("spec"u8, "target"u8).At("creationPolicy"u8).Text() is { Length: > 0 } policy ? policy : "Owner",
        RefreshedAt = item.At("status"u8, "refreshTime"u8).Time(),
        Conditions = ConditionReader.OfStatus(item),
    };
}
