using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record Ingress : ClusterObject
{
    public override string Kind => "Ingress";

    /// <summary><c>spec.ingressClassName</c>, else the old annotation; empty when neither is set.</summary>
    public string ClassName { get; init; } = "";

    public ImmutableArray<IngressPath> Paths { get; init; } = [];

    public ImmutableArray<string> TlsHosts { get; init; } = [];

    public ImmutableArray<string> TlsSecrets { get; init; } = [];

    public ImmutableArray<string> Addresses { get; init; } = [];
}
