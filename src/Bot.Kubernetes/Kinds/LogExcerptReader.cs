using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class LogExcerptReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new LogExcerpt
    {
        Metadata = metadata,
        Container = item.At("spec"u8, "container"u8).Text(),
        Previous = item.At("spec"u8, "previous"u8).Bool(),
        TakenAt = item.At("spec"u8, "takenAt"u8).Time(),
        Lines = item.At("spec"u8, "lines"u8).Each(static line => line.Message()),
    };
}
