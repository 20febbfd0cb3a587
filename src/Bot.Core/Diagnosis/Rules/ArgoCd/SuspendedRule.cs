using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// An Application is Suspended because a Deployment is paused or a CronJob or Job is suspended. By design, unless it was forgotten.
/// Releases before 2.13 do not note since when: then it counts at once, as a mere note may.
/// </summary>
internal sealed class SuspendedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdSuspended, Severity.Info, ["Application", "Deployment", "CronJob", "Job", "Rollout"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var application in snapshot.All<Application>())
        {
            if (!SuspendedParts.IsSuspended(application)
                || (application.HealthSince is { } since && !context.IsOlder(since, context.Thresholds.ArgoCd.Suspended))
                || SuspendedParts.PausedRollout(application, snapshot) is not null
                || SuspendedParts.IsBlind(application, snapshot))
            {
                continue;
            }

            var part = SuspendedParts.Other(application, snapshot);
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Info,
                Subject = application.Ref,
                Variant = part is null ? "unnamed" : part.Value.Kind == "Deployment" ? "deployment" : "",
                Since = application.HealthSince,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("part", part is { } named ? $"{named.Kind}/{named.Name}" : "")]),
                Evidence =
                [
                    new Evidence(application.Ref, "status.health.status", application.HealthStatus) { At = application.HealthSince },
                    .. part is { } found ? [new Evidence(found, found.Kind == "Deployment" ? "spec.paused" : "spec.suspend", "true")] : Array.Empty<Evidence>(),
                ],
                Command = part is { } shown
                    ? $"kubectl -n {shown.Namespace} get {shown.Kind.ToLowerInvariant()} {shown.Name} -o jsonpath='{{.spec.{(shown.Kind == "Deployment" ? "paused" : "suspend")}}}'"
                    : $"argocd app resources {application.Name}",
                Affected = part is { } one ? [one] : [],
            };
        }
    }
}
