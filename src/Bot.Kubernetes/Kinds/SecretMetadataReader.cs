using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>Reads nothing but metadata, whatever it is given: a Secret in an input file never leaves a value behind.</summary>
internal sealed class SecretMetadataReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new SecretMetadata { Metadata = metadata };
}
