using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ApiServiceReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new ApiService
    {
        Metadata = metadata,
        Group = item.At("spec"u8, "group"u8).Text(),
        Version = item.At("spec"u8, "version"u8).Text(),
        ServiceNamespace = item.At("spec"u8, "service"u8).At("namespace"u8).Text(),
        ServiceName = item.At("spec"u8, "service"u8).At("name"u8).Text(),
        Conditions = ConditionReader.OfStatus(item),
    };
}
