using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;

namespace Bot.Kubernetes.Kinds;

/// <summary>Reads one kind. A reader has no state; an object without a name is not wanted.</summary>
internal abstract class KindReader : IItemReader<ClusterObject>
{
    public virtual bool CanReadProtobuf => false;

    public ClusterObject? ReadJson(JsonElement item) => MetadataReader.Read(item.At("metadata"u8)) is { } metadata ? Read(metadata, item) : null;

    public virtual ClusterObject? ReadProtobuf(ReadOnlyMemory<byte> item) => throw new NotSupportedException($"{GetType().Name} reads JSON only.");

    protected abstract ClusterObject Read(Metadata metadata, JsonElement item);
}
