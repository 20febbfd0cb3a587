using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class CertificateReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Certificate
    {
        Metadata = metadata,
        SecretName = item.At("spec"u8, "secretName"u8).Text(),
        DnsNames = item.At("spec"u8, "dnsNames"u8).Texts(),
        Issuer = item.At("spec"u8, "issuerRef"u8).At("name"u8).Text(),
        IssuerKind = item.At("spec"u8, "issuerRef"u8).At("kind"u8).Text() is { Length: > 0 } kind ? kind : "Issuer",
        NotBefore = item.At("status"u8, "notBefore"u8).Time(),
        NotAfter = item.At("status"u8, "notAfter"u8).Time(),
        RenewalAt = item.At("status"u8, "renewalTime"u8).Time(),
        FailedIssuanceAttempts = item.At("status"u8, "failedIssuanceAttempts"u8).Int(),
        LastFailureAt = item.At("status"u8, "lastFailureTime"u8).Time(),
        Conditions = ConditionReader.OfStatus(item),
    };
}
