using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A cert-manager Certificate.</summary>
public sealed record Certificate : ClusterObject
{
    public override string Kind => "Certificate";

    public string SecretName { get; init; } = "";

    public ImmutableArray<string> DnsNames { get; init; } = [];

    public string Issuer { get; init; } = "";

    /// <summary>Issuer, ClusterIssuer or a kind of an external issuer.</summary>
    public string IssuerKind { get; init; } = "Issuer";

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? NotAfter { get; init; }

    public DateTimeOffset? RenewalAt { get; init; }

    public int FailedIssuanceAttempts { get; init; }

    public DateTimeOffset? LastFailureAt { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
