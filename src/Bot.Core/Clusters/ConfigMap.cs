using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>Data is kept for argocd-cm, argocd-cmd-params-cm and argocd-rbac-cm only; of others only what metadata says.</summary>
public sealed record ConfigMap : ClusterObject
{
    public override string Kind => "ConfigMap";

    public StringMap Data { get; init; } = StringMap.Empty;
}
