using System.Collections.Frozen;

namespace Bot.Core.Diagnosis;

/// <summary>The moment, the thresholds and what the configuration says of the cluster.</summary>
public sealed record DiagnosisContext(DateTimeOffset Now)
{
    public DiagnosisThresholds Thresholds { get; init; } = DiagnosisThresholds.Default;

    /// <summary>Where Argo CD itself runs.</summary>
    public string ArgoCdNamespace { get; init; } = "argocd";

    /// <summary>Namespaces of shared components; what runs there serves no people directly.</summary>
    public FrozenSet<string> SystemNamespaces { get; init; } = FrozenSet.ToFrozenSet(["argocd", "kube-system", "istio-system", "monitoring", "external-secrets"]);

    /// <summary>True when <paramref name="since"/> is known and at least <paramref name="age"/> ago.</summary>
    public bool IsOlder(DateTimeOffset? since, TimeSpan age) => since is { } moment && Now - moment >= age;
}
