using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Diagnosis.Rules.Pods;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Applications cannot be compared because the repo-server does not answer. The fault of its pods stands under it; without a suffering Application it speaks for itself.</summary>
internal sealed class RepoServerUnavailableRule : IDiagnosticRule
{
    private const int MostApplications = 2;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdRepoServerUnavailable, Severity.Warning.To(Severity.Critical), ["Application", "Deployment", "Pod", "ReplicaSet"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var suffering = ComparisonFaults.Of(ComparisonCause.RepoServer, snapshot, context).ToList();
        if (suffering.Count == 0)
        {
            yield break;
        }

        var server = ArgoCdComponent.Find(ArgoCdComponent.RepoServer, snapshot, context);
        var subject = server?.Ref ?? new ObjectRef("Deployment", context.ArgoCdNamespace, ArgoCdComponent.RepoServer);
        var pods = snapshot.Pods.OwnedBy(subject).OrderByDescending(pod => pod.Metadata.CreatedAt).ToList();
        var (variant, fault, container) = ArgoCdComponent.FaultOf(pods, context);
        var limit = container is null ? null : pods.Select(pod => pod.SpecOf(container.Name)?.MemoryLimit).FirstOrDefault(known => known is not null);
        var raised = limit is { } known ? OomRule.Doubled(known) : "";
        yield return new Finding
        {
            Rule = Descriptor.Id,
            Severity = server is { IsDown: true } || suffering.Count > 1 ? Severity.Critical : Severity.Warning,
            Subject = subject,
            Variant = variant == "oom" && limit is null ? "oom-no-limit" : variant,
            Since = suffering.Min(found => found.Condition.LastTransitionAt),
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("unknown", suffering.Count), new("apps", snapshot.All<Application>().Count()), new("limit", limit?.Text ?? ""), new("raised", raised), new("restarts", container?.RestartCount ?? 0),
            ]),
            Evidence =
            [
                .. suffering.Take(MostApplications).Select(found => found.Evidence),
                .. server is null ? [] : new[] { server.ReadyEvidence },
                .. fault is null ? [] : new[] { fault },
            ],
            Action = variant == "oom" && raised.Length > 0 ? "raise-memory" : variant.Length == 0 ? "restart" : null,
            Command = variant == "oom" && raised.Length > 0
                ? $"kubectl -n {subject.Namespace} set resources deployment/{subject.Name} --limits=memory={raised}"
                : variant.Length == 0 ? $"kubectl -n {subject.Namespace} rollout restart deployment/{subject.Name}"
                : $"kubectl -n {subject.Namespace} describe pods -l app.kubernetes.io/name={ArgoCdComponent.RepoServer}",
            BlocksDelivery = true,
            Affected = [.. suffering.Select(found => found.App.Ref)],
            Explains = [subject, .. pods.Select(pod => pod.Ref)],
        };
    }
}
