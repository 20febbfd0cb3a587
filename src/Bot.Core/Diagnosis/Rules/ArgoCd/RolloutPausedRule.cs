using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A Rollout waits at a pause for more than a day: a pause that was meant is ended by somebody, this one was forgotten.</summary>
internal sealed class RolloutPausedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdRolloutPaused, Severity.Warning, ["Application", "Rollout"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var application in snapshot.All<Application>())
        {
            if (!SuspendedParts.IsSuspended(application) || SuspendedParts.PausedRollout(application, snapshot) is not { } rollout)
            {
                continue;
            }

            var paused = snapshot.Find(rollout) as Rollout;
            var since = paused?.ConditionOf("Paused") is { IsTrue: true, LastTransitionAt: { } moment } ? moment : application.HealthSince;
            if (!context.IsOlder(since, context.Thresholds.ArgoCd.ForgottenPause))
            {
                continue;
            }

            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Warning,
                Subject = application.Ref,
                Since = since,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("rollout", rollout.Name), new("step", paused?.CurrentStepIndex is { } step ? $"{step}" : "?")]),
                Evidence =
                [
                    new Evidence(application.Ref, "status.health.status", application.HealthStatus) { At = application.HealthSince },
                    .. paused is null ? [] : new[] { new Evidence(rollout, "status.phase", $"{paused.Phase}: {paused.Message}") { At = since } },
                    .. paused?.CurrentStepIndex is { } index ? [new Evidence(rollout, "status.currentStepIndex", $"{index}")] : Array.Empty<Evidence>(),
                ],
                Action = "rollout-promote",
                Command = $"kubectl argo rollouts get rollout {rollout.Name} -n {rollout.Namespace}",
                Affected = [rollout],
            };
        }
    }
}
