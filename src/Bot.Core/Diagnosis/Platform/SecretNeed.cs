using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>Which pods need the Secret that an ExternalSecret makes, and how bad its failure is for their workloads.</summary>
internal sealed class SecretNeed(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private readonly PodScope scope = new(snapshot, context);

    public List<Pod> PodsNeeding(ExternalSecret secret) =>
        [.. snapshot.Pods.In(secret.Namespace).Where(pod => !pod.IsFinished && pod.Secrets.Contains(secret.TargetName))];

    /// <summary>Critical when a workload that needs it has no ready pod; running pods keep the values that they have.</summary>
    public Severity SeverityOf(IEnumerable<Pod> needing) => needing.Any(StandsStill) ? Severity.Critical : Severity.Warning;

    /// <summary>The workloads whose pods are not ready.</summary>
    public IEnumerable<ObjectRef> Suffering(IEnumerable<Pod> needing) => needing.Where(pod => !pod.IsReady).Select(scope.OwnerOf).Distinct();

    private bool StandsStill(Pod pod) =>
        scope.ReadyOf(pod) is null ? pod is { IsReady: false, Metadata.Controller: not null } : scope.SeverityOf(pod) == Severity.Critical;
}
