using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A Deployment gave up waiting for its new version. What keeps the new pods from becoming ready is the cause, where a pod tells it.</summary>
internal sealed partial class RolloutStuckRule : IDiagnosticRule
{
    private const string Revision = "deployment.kubernetes.io/revision";

    public RuleDescriptor Descriptor { get; } = new(RuleIds.DeployRolloutStuck, Severity.Warning.To(Severity.Critical), ["Deployment", "ReplicaSet", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var deployment in snapshot.All<Deployment>())
        {
            if (GaveUp(deployment) is { } condition)
            {
                yield return Found(deployment, condition, snapshot, context);
            }
        }
    }

    /// <summary>The condition that says so; null when pods are not wanted, or when the status speaks of an older spec.</summary>
    internal static Condition? GaveUp(Deployment deployment) =>
        deployment is { Replicas: > 0, IsBeingDeleted: false }
        && (deployment.ObservedGeneration == 0 || deployment.ObservedGeneration >= deployment.Metadata.Generation)
        && deployment.ConditionOf("Progressing") is { IsFalse: true, Reason: "ProgressDeadlineExceeded" } condition
            ? condition
            : null;

    private Finding Found(Deployment deployment, Condition condition, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var replicaSet = Named().Match(condition.Message).Groups["name"].Value;
        var pods = WorkloadPods.NotReady(snapshot, deployment.Ref, context);
        var blamed = pods.Where(pod => pod.Metadata.Controller?.Name == replicaSet).ToList() is { Count: > 0 } ofNew ? ofNew : pods;
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = WorkloadLevel.Of(deployment),
            Subject = deployment.Ref,
            Variant = deployment.ReadyReplicas > 0 ? "serving" : "",
            Since = condition.LastTransitionAt,
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("ready", deployment.ReadyReplicas), new("wanted", deployment.Replicas), new("updated", deployment.UpdatedReplicas),
                new("minutes", deployment.ProgressDeadlineSeconds / 60),
            ]),
            Evidence =
            [
                new Evidence(deployment.Ref, "status.conditions[Progressing]", $"{condition.Reason}: {condition.Message}") { At = condition.LastTransitionAt },
                WorkloadLevel.Ready(deployment),
                .. deployment.Metadata.Annotations[Revision] is { } revision ? [new Evidence(deployment.Ref, $"metadata.annotations[{Revision}]", revision)] : Array.Empty<Evidence>(),
                .. blamed.Take(2).Select(WorkloadPods.Line),
            ],
            Action = deployment.ReadyReplicas > 0 ? null : "rollout-undo",
            Command = deployment.ReadyReplicas > 0
                ? $"kubectl -n {deployment.Namespace} rollout status deployment/{deployment.Name}"
                : $"kubectl -n {deployment.Namespace} rollout undo deployment/{deployment.Name}",
            BlocksDelivery = true,
            PointsTo = [.. blamed.Select(pod => pod.Ref), .. replicaSet.Length > 0 ? [new ObjectRef("ReplicaSet", deployment.Namespace, replicaSet)] : Array.Empty<ObjectRef>()],
        };
    }

    [GeneratedRegex("ReplicaSet \"(?<name>[a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
