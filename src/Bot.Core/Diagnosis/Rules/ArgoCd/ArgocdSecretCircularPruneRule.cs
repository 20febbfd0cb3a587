using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Rules.Platform;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// An Application with prune deletes <c>argocd-secret</c>, and the ExternalSecret that should fill it only merges into a Secret that exists:
/// Argo CD stays down. The finding stands on the Application that is seen to prune it; without that proof there is none.
/// </summary>
internal sealed class ArgocdSecretCircularPruneRule : IDiagnosticRule
{
    private const string SecretName = "argocd-secret";

    private static readonly string[] Users = ["argocd-server", "argocd-dex-server"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdArgocdSecretCircularPrune, Severity.Critical, ["Application", "ExternalSecret", "Secret", "Deployment", "Pod", "LogExcerpt"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var target = new ObjectRef("Secret", context.ArgoCdNamespace, SecretName);
        var merging = snapshot.All<ExternalSecret>().FirstOrDefault(secret => MergeTargets.TargetOf(secret) == target && secret.CreationPolicy == "Merge");
        var missing = Missing(snapshot, target, merging);
        if (missing is null)
        {
            yield break;
        }

        foreach (var application in snapshot.All<Application>())
        {
            var pruned = application.OperationState?.SyncResult?.Resources.FirstOrDefault(resource => resource is { Kind: "Secret", Name: SecretName, Status: "Pruned" } && resource.Namespace == target.Namespace);
            var listed = application.Resources.Any(resource => resource is { Kind: "Secret", Name: SecretName, RequiresPruning: true } && resource.Namespace == target.Namespace);
            var isProven = pruned is not null && context.IsOlder(application.OperationState?.FinishedAt ?? application.OperationState?.StartedAt, context.Thresholds.ArgoCd.PrunedSecret);
            if (!isProven && !(listed && application is { IsAutomated: true, Automated.Prune: true }))
            {
                continue;
            }

            yield return Found(application, pruned, missing, merging, target, snapshot, context);
        }
    }

    private Finding Found(Application application, SyncedResource? pruned, Evidence missing, ExternalSecret? merging, ObjectRef target, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var servers = snapshot.All<Deployment>().Where(item => item.Namespace == context.ArgoCdNamespace && Users.Any(name => item.Name.EndsWith(name, StringComparison.Ordinal))).ToList();
        Evidence culprit = pruned is not null
            ? new(application.Ref, "status.operationState.syncResult.resources[Secret/argocd-secret].status", "Pruned") { At = application.OperationState?.FinishedAt }
            : new(application.Ref, "status.resources[Secret/argocd-secret].requiresPruning", "true (automated.prune: true)");
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = application.Ref,
            Variant = pruned is null ? "suspected" : "",
            Since = application.OperationState?.FinishedAt,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("externalSecret", merging?.Name ?? ""), new("secret", SecretName)]),
            Evidence =
            [
                culprit,
                missing,
                .. merging is null ? [] : new[] { new Evidence(merging.Ref, "spec.target.creationPolicy", merging.CreationPolicy) },
                .. servers.Take(2).Select(server => new Evidence(server.Ref, "status.readyReplicas", $"{server.ReadyReplicas}/{server.Replicas}")),
            ],
            Action = "pause-auto-sync",
            Command = $"kubectl -n {application.Namespace} patch application {application.Name} --type merge -p '{{\"spec\":{{\"syncPolicy\":{{\"automated\":{{\"enabled\":false}}}}}}}}'",
            BlocksDelivery = true,
            Affected = [target, .. servers.Select(server => server.Ref)],
            Explains = [target, .. merging is null ? [] : new[] { merging.Ref }, .. servers.Select(server => server.Ref)],
        };
    }

    /// <summary>What proves that the Secret is gone: its kind was asked, the ExternalSecret says so, or a server says so as it exits.</summary>
    private static Evidence? Missing(ClusterSnapshot snapshot, ObjectRef target, ExternalSecret? merging)
    {
        if (snapshot.PresenceOf(target) is var presence and not Presence.Unknown)
        {
            return presence == Presence.Absent ? new Evidence(target, "metadata", "not found") : null;
        }

        if (merging is not null && MergeTargets.IsMissing(merging, snapshot) && MergeTargets.ReadyOf(merging) is { } ready)
        {
            return new Evidence(merging.Ref, "status.conditions[Ready].message", ready.Message) { At = ready.LastTransitionAt };
        }

        const string Words = "secret \"argocd-secret\" not found";
        return snapshot.Pods.In(target.Namespace)
                .SelectMany(pod => pod.Statuses.Where(status => status.LastState.Message.Contains(Words, StringComparison.Ordinal)).Select(status => new Evidence(pod.Ref, $"status.containerStatuses[{status.Name}].lastState.terminated.message", status.LastState.Message)))
                .FirstOrDefault()
            ?? snapshot.All<LogExcerpt>()
                .Where(excerpt => excerpt.Namespace == target.Namespace)
                .SelectMany(excerpt => excerpt.Lines.Where(line => line.Contains(Words, StringComparison.Ordinal)).Select(line => new Evidence(new ObjectRef("Pod", excerpt.Namespace, excerpt.Name), $"log[{excerpt.Container}]", line)))
                .FirstOrDefault();
    }
}
