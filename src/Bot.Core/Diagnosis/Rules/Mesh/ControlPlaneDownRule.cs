using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Mesh;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Mesh;

/// <summary>No pod of istiod (or of ztunnel in ambient mode) is ready. Proxies that run keep what they know; new ones get nothing.</summary>
internal sealed class ControlPlaneDownRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.MeshControlPlaneDown, Severity.Critical, ["Deployment", "DaemonSet", "Pod", "ReplicaSet"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var workload in ControlPlane.Of(snapshot))
        {
            if (workload is not { Replicas: > 0, ReadyReplicas: 0 } || workload.IsBeingDeleted)
            {
                continue;
            }

            var pods = snapshot.Pods.OwnedBy(workload.Ref).Where(ServicePods.Counts).ToList();
            var since = (workload.ConditionOf("Available") is { IsFalse: true } condition ? condition.LastTransitionAt : null)
                ?? pods.Max(pod => pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.Metadata.CreatedAt)
                ?? workload.Metadata.CreatedAt;
            if (context.IsOlder(since, context.Thresholds.Mesh.ControlPlane))
            {
                yield return Found(workload, pods, since, snapshot);
            }
        }
    }

    private Finding Found(Workload workload, List<Pod> pods, DateTimeOffset? since, ClusterSnapshot snapshot)
    {
        var ambient = workload.Kind == "DaemonSet";
        var suffering = ambient ? [] : snapshot.All<Pod>().Where(pod => ServicePods.Counts(pod) && Sidecars.HasProxy(pod) && Sidecars.StatusOf(pod) is { Ready: false }).ToList();
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = workload.Ref,
            Variant = ambient ? "ztunnel" : "",
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("wanted", workload.Replicas), new("suffering", suffering.Count)]),
            Evidence =
            [
                new Evidence(workload.Ref, ambient ? "status.numberReady" : "status.readyReplicas", $"0/{workload.Replicas}") { At = since },
                .. pods.Take(1).Select(pod => new Evidence(pod.Ref, "status.conditions[Ready].message", pod.ConditionOf("Ready")?.Message is { Length: > 0 } text ? text : pod.Phase)),
                .. suffering.Take(1).Select(pod => new Evidence(pod.Ref, $"status.containerStatuses[{Sidecars.Proxy}].ready", "false")),
            ],
            Command = $"kubectl -n {workload.Namespace} describe {workload.Kind.ToLowerInvariant()} {workload.Name}",
            BlocksDelivery = true,
            Affected = [.. suffering.Select(pod => snapshot.Owners.TopOf(pod)).Distinct()],
        };
    }
}
