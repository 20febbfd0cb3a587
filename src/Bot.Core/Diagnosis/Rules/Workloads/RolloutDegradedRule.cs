using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>An Argo Rollout failed or was aborted: the stable version serves on, if any. A pause at a step is intended and only a note.</summary>
internal sealed class RolloutDegradedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.RolloutDegraded, Severity.Info.To(Severity.Critical), ["Rollout", "AnalysisRun", "ReplicaSet", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var rollout in snapshot.All<Rollout>())
        {
            if (rollout.IsBeingDeleted || rollout.Replicas == 0)
            {
                continue;
            }

            if (rollout.Aborted || rollout.Phase == "Degraded")
            {
                yield return Failed(rollout, LastRun(rollout, snapshot), snapshot, context);
            }
            else if (rollout.PauseReasons.Contains("CanaryPauseStep"))
            {
                yield return Start(rollout, Severity.Info, "paused") with { Command = $"kubectl argo rollouts -n {rollout.Namespace} get rollout {rollout.Name}" };
            }
        }
    }

    private static AnalysisRun? LastRun(Rollout rollout, ClusterSnapshot snapshot) => snapshot.All<AnalysisRun>()
        .Where(run => run.Namespace == rollout.Namespace && run.Metadata.Controller is { Kind: "Rollout" } owner && owner.Name == rollout.Name && run.Phase is "Failed" or "Error" or "Inconclusive")
        .OrderByDescending(run => run.Metadata.CreatedAt)
        .ThenBy(run => run.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    private Finding Failed(Rollout rollout, AnalysisRun? run, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var pods = WorkloadPods.NotReady(snapshot, rollout.Ref, context);
        var metric = run?.Metrics.FirstOrDefault(result => result.Phase is "Failed" or "Error" or "Inconclusive");
        var start = Start(rollout, rollout.AvailableReplicas == 0 ? Severity.Critical : Severity.Warning, metric is not null ? "analysis" : rollout.Aborted ? "aborted" : "");
        return start with
        {
            Facts = start.Facts.SetItem("metric", metric?.Name ?? "").SetItem("step", StepOf(rollout, run)),
            Evidence =
            [
                .. start.Evidence,
                .. metric is null ? Array.Empty<Evidence>() : [new Evidence(run!.Ref, $"status.metricResults[{metric.Name}]", Words(metric)) { At = metric.MeasuredAt }],
                .. run is { Message.Length: > 0 } && metric is null ? [new Evidence(run.Ref, "status.message", $"{run.Phase}: {run.Message}")] : Array.Empty<Evidence>(),
                .. pods.Take(1).Select(WorkloadPods.Line),
            ],
            Action = "rollout-retry",
            Command = $"kubectl argo rollouts -n {rollout.Namespace} retry rollout {rollout.Name}",
            BlocksDelivery = true,
            Affected = run is null ? [] : [run.Ref],
            PointsTo = [.. pods.Select(pod => pod.Ref)],
        };
    }

    private Finding Start(Rollout rollout, Severity severity, string variant)
    {
        var since = rollout.ConditionOf("Progressing")?.LastTransitionAt ?? rollout.Conditions.Max(condition => condition.LastTransitionAt);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = severity,
            Subject = rollout.Ref,
            Variant = variant,
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("ready", rollout.ReadyReplicas), new("wanted", rollout.Replicas), new("step", rollout.CurrentStepIndex ?? 0)]),
            Evidence =
            [
                new Evidence(rollout.Ref, "status.phase", rollout.Message.Length > 0 ? $"{rollout.Phase}: {rollout.Message}" : rollout.Phase) { At = since },
                new Evidence(rollout.Ref, "status.availableReplicas", $"{rollout.AvailableReplicas}/{rollout.Replicas}"),
                .. rollout.CurrentStepIndex is { } step ? [new Evidence(rollout.Ref, "status.currentStepIndex", step.ToString(CultureInfo.InvariantCulture))] : Array.Empty<Evidence>(),
            ],
        };
    }

    // An abort puts currentStepIndex back to 0; the run of a step remembers it.
    private static int StepOf(Rollout rollout, AnalysisRun? run) =>
        int.TryParse(run?.Metadata.Labels["step-index"], NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : rollout.CurrentStepIndex ?? 0;

    private static string Words(MetricResult metric) =>
        string.Join(", ", new[] { metric.Phase, metric.Value.Length > 0 ? $"value {metric.Value}" : "", metric.Message }.Where(part => part.Length > 0));
}
