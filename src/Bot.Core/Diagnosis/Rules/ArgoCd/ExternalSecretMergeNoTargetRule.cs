using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Platform;
using Bot.Core.Diagnosis.Rules.Platform;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An ExternalSecret with creationPolicy Merge waits for a Secret that nobody makes.</summary>
internal sealed class ExternalSecretMergeNoTargetRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdExternalSecretMergeNoTarget, Severity.Warning.To(Severity.Critical), ["ExternalSecret", "Secret", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var need = new SecretNeed(snapshot, context);
        foreach (var secret in snapshot.All<ExternalSecret>().Where(secret => !secret.IsBeingDeleted && MergeTargets.IsMissing(secret, snapshot)))
        {
            var ready = MergeTargets.ReadyOf(secret)!;
            var since = ready.LastTransitionAt ?? secret.Metadata.CreatedAt;
            if (!context.IsOlder(since, context.Thresholds.Platform.MergeTarget))
            {
                continue;
            }

            var pods = need.PodsNeeding(secret);
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = need.SeverityOf(pods),
                Subject = secret.Ref,
                Since = since,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("target", secret.TargetName), new("store", secret.StoreName)]),
                Evidence =
                [
                    new Evidence(secret.Ref, "spec.target.creationPolicy", secret.CreationPolicy),
                    new Evidence(secret.Ref, "spec.target.name", secret.TargetName),
                    new Evidence(secret.Ref, "status.conditions[Ready].message", ready.Message) { At = ready.LastTransitionAt },
                    .. pods.Take(1).Select(pod => new Evidence(pod.Ref, "spec (secret references)", secret.TargetName)),
                ],
                Command = $"kubectl -n {secret.Namespace} get secret {secret.TargetName}",
                Affected = [.. need.Suffering(pods)],
                PointsTo = [MergeTargets.TargetOf(secret)],
            };
        }
    }
}
