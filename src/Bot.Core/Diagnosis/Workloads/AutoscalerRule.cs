using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>What the rules about autoscalers share: the condition that each speaks of, its minimum age and its facts. One whose target is scaled to 0 is switched off.</summary>
internal abstract class AutoscalerRule(string id, params string[] alsoReads) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, Severity.Warning, ["HorizontalPodAutoscaler", "Deployment", "StatefulSet", "Rollout", .. alsoReads]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var scaler in snapshot.All<HorizontalPodAutoscaler>())
        {
            if (!scaler.IsBeingDeleted
                && Fault(scaler, snapshot) is { } condition
                && context.IsOlder(condition.LastTransitionAt, MinimumAge(context.Thresholds))
                && (scaler.Metadata.CreatedAt is null || context.IsOlder(scaler.Metadata.CreatedAt, MinimumAge(context.Thresholds)))
                && snapshot.Find(Autoscalers.TargetOf(scaler)) is not Workload { Replicas: 0 })
            {
                yield return Describe(Start(scaler, condition), scaler, condition, snapshot);
            }
        }
    }

    protected abstract Condition? Fault(HorizontalPodAutoscaler scaler, ClusterSnapshot snapshot);

    protected abstract TimeSpan MinimumAge(DiagnosisThresholds thresholds);

    /// <summary>Adds what only this rule knows.</summary>
    protected virtual Finding Describe(Finding start, HorizontalPodAutoscaler scaler, Condition condition, ClusterSnapshot snapshot) => start;

    protected static Condition? ConditionOf(HorizontalPodAutoscaler scaler, string type, string status)
    {
        foreach (var condition in scaler.Conditions)
        {
            if (condition.Type == type && condition.Status == status)
            {
                return condition;
            }
        }

        return null;
    }

    private Finding Start(HorizontalPodAutoscaler scaler, Condition condition) => new()
    {
        Rule = Descriptor.Id,
        Severity = Severity.Warning,
        Subject = scaler.Ref,
        Since = condition.LastTransitionAt,
        Facts = ImmutableDictionary.CreateRange<string, object>(
            [new("target", scaler.TargetName), new("kind", scaler.TargetKind), new("reason", condition.Reason), new("current", scaler.CurrentReplicas), new("max", scaler.MaxReplicas)]),
        Evidence =
        [
            new Evidence(scaler.Ref, $"status.conditions[{condition.Type}]", $"{condition.Reason}: {condition.Message}") { At = condition.LastTransitionAt },
            new Evidence(scaler.Ref, "status.currentReplicas", $"{scaler.CurrentReplicas} ({scaler.MinReplicas}-{scaler.MaxReplicas})"),
        ],
        Command = $"kubectl -n {scaler.Namespace} describe hpa {scaler.Name}",
        Affected = [Autoscalers.TargetOf(scaler)],
    };
}
