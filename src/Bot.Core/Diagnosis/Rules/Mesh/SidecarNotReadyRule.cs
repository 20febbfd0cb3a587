using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Mesh;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Mesh;

/// <summary>The proxy of a pod runs and is not ready: it has no configuration. One that crashes, or cannot start, is told by the rules about pods.</summary>
internal sealed class SidecarNotReadyRule : IDiagnosticRule
{
    // The counters of every message name rejected updates, mostly none.
    private const string Rejected = "was rejected";

    public RuleDescriptor Descriptor { get; } = new(RuleIds.MeshSidecarNotReady, Severity.Warning.To(Severity.Critical), ["Pod", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Rollout", "Event", "LogExcerpt"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new PodScope(snapshot, context);
        foreach (var pod in scope.Pods)
        {
            if (!Sidecars.HasProxy(pod) || Sidecars.StatusOf(pod) is not { Ready: false, State.Phase: ContainerPhase.Running } status)
            {
                continue;
            }

            var since = pod.ConditionOf("ContainersReady") is { IsFalse: true } condition ? condition.LastTransitionAt ?? status.State.StartedAt : status.State.StartedAt;
            if (context.IsOlder(since, context.Thresholds.Mesh.SidecarNotReady))
            {
                yield return Found(pod, status, since, scope, snapshot, context);
            }
        }
    }

    private Finding Found(Pod pod, ContainerStatus status, DateTimeOffset? since, PodScope scope, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var log = snapshot.All<LogExcerpt>().FirstOrDefault(excerpt => excerpt.Namespace == pod.Namespace && excerpt.Name == pod.Name && excerpt.Container == Sidecars.Proxy && !excerpt.Lines.IsEmpty)?.Lines[^1] ?? "";
        var said = snapshot.Events.Newest(pod, context.Now, context.Thresholds.Events).FirstOrDefault(found => found.Reason == "Unhealthy")?.Message ?? "";
        var alone = pod.Statuses.All(other => other.Ready || other.Name == Sidecars.Proxy || (other.IsInit && other.State.Phase == ContainerPhase.Terminated));
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = scope.SeverityOf(pod),
            Subject = pod.Ref,
            Variant = log.Contains(Rejected, StringComparison.Ordinal) ? "rejected" : "",
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("restarts", status.RestartCount)]),
            Evidence =
            [
                new Evidence(pod.Ref, ContainerPaths.Status(status, "ready"), "false") { At = since },
                .. log.Length > 0 ? [new Evidence(pod.Ref, $"log[{Sidecars.Proxy}]", log)] : said.Length > 0 ? new[] { new Evidence(pod.Ref, "event Unhealthy", said) } : [],
                new Evidence(pod.Ref, ContainerPaths.Status(status, "restartCount"), status.RestartCount.ToString(CultureInfo.InvariantCulture)),
                .. scope.ReadyEvidence(pod),
            ],
            Command = $"kubectl -n {pod.Namespace} logs {pod.Name} -c {Sidecars.Proxy} --tail=40",
            PointsTo = [.. ControlPlane.Istiods(snapshot).Select(deployment => deployment.Ref)],

            // The pod is not ready for this reason alone.
            Explains = alone ? [pod.Ref] : [],
        };
    }
}
