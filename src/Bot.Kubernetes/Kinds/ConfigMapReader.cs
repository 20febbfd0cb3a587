using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ConfigMapReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new ConfigMap
    {
        Metadata = metadata,
        Data = metadata.Name is "argocd-cm" or "argocd-cmd-params-cm" or "argocd-rbac-cm" ? item.At("data"u8).Map() : StringMap.Empty,
    };
}
