using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A Deployment has fewer available pods than it must have. A rollout within its deadline is left alone; one that gave up has a rule of its own.</summary>
internal sealed class DeploymentUnavailableRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.DeployUnavailable, Severity.Info.To(Severity.Critical), ["Deployment", "ReplicaSet", "Pod", "HorizontalPodAutoscaler"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var deployment in snapshot.All<Deployment>())
        {
            if (deployment is not { Replicas: > 0, IsBeingDeleted: false }
                || deployment.ConditionOf("Available") is not { IsFalse: true } condition
                || !context.IsOlder(condition.LastTransitionAt, context.Thresholds.Workloads.Unavailable)
                || RolloutStuckRule.GaveUp(deployment) is not null)
            {
                continue;
            }

            var pods = WorkloadPods.NotReady(snapshot, deployment.Ref, context);
            if (!IsYoungRollout(deployment, pods, context))
            {
                yield return Found(deployment, condition, pods, snapshot);
            }
        }
    }

    private static bool IsYoungRollout(Deployment deployment, List<Pod> pods, DiagnosisContext context) =>
        deployment.ConditionOf("Progressing") is { IsTrue: true, Reason: not "NewReplicaSetAvailable" }
        && pods.Min(pod => pod.Metadata.CreatedAt) is { } first
        && !context.IsOlder(first, TimeSpan.FromSeconds(deployment.ProgressDeadlineSeconds));

    private Finding Found(Deployment deployment, Condition condition, List<Pod> pods, ClusterSnapshot snapshot)
    {
        var refused = deployment.ConditionOf("ReplicaFailure") is { IsTrue: true } failure ? failure.Message : "";
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = deployment.Paused ? Severity.Info : WorkloadLevel.Of(deployment),
            Subject = deployment.Ref,
            Variant = deployment.Paused ? "paused" : deployment.ReadyReplicas > 0 ? "serving" : "",
            Since = condition.LastTransitionAt,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("ready", deployment.ReadyReplicas), new("wanted", deployment.Replicas), new("available", deployment.AvailableReplicas)]),
            Evidence =
            [
                new Evidence(deployment.Ref, "status.conditions[Available]", $"{condition.Reason}: {condition.Message}") { At = condition.LastTransitionAt },
                new Evidence(deployment.Ref, "status.availableReplicas", $"{deployment.AvailableReplicas}/{deployment.Replicas}"),
                .. pods.Take(2).Select(WorkloadPods.Line),
                .. Autoscalers.Line(snapshot, deployment.Ref),
            ],
            Command = $"kubectl -n {deployment.Namespace} describe deployment {deployment.Name}",
            PointsTo = [.. pods.Select(pod => pod.Ref), .. Refusing(refused, snapshot), .. pods.Count == 0 ? [deployment.Ref] : Array.Empty<ObjectRef>()],
        };
    }

    private static IEnumerable<ObjectRef> Refusing(string message, ClusterSnapshot snapshot) =>
        message.Contains("failed calling webhook", StringComparison.Ordinal)
            ? snapshot.All<WebhookConfiguration>().Where(configuration => configuration.Webhooks.Any(webhook => message.Contains($"\"{webhook.Name}\"", StringComparison.Ordinal))).Select(configuration => configuration.Ref)
            : [];
}
