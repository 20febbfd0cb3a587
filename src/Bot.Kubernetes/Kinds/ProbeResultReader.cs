using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ProbeResultReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new ProbeResult
    {
        Metadata = metadata,
        Environment = item.At("spec"u8, "environment"u8).Text(),
        Url = item.At("spec"u8, "url"u8).Text(),
        Expect = item.At("spec"u8, "expect"u8).Int(200),
        Status = item.At("spec"u8, "status"u8).IntOrNull(),
        Error = item.At("spec"u8, "error"u8) is { ValueKind: JsonValueKind.String } error ? error.Message() : null,
        CertificateNotAfter = item.At("spec"u8, "certificateNotAfter"u8).Time(),
        TakenAt = item.At("spec"u8, "takenAt"u8).Time(),
    };
}
