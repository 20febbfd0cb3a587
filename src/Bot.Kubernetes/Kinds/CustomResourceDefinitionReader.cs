using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class CustomResourceDefinitionReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new CustomResourceDefinition
    {
        Metadata = metadata,
        Group = item.At("spec"u8, "group"u8).Text(),
        DefinedKind = item.At("spec"u8, "names"u8).At("kind"u8).Text(),
        ServedVersions =
        [
            .. item.At("spec"u8, "versions"u8).Each(static version => version.At("served"u8).Bool() ? version.At("name"u8).Text() : "").Where(static name => name.Length > 0),
        ],
        Conditions = ConditionReader.OfStatus(item),
    };
}
