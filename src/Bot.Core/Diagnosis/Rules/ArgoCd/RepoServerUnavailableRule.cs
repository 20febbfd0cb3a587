using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Rules.Pods;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Applications cannot be compared because the repo-server does not answer. The fault of its pods stands under it; without a suffering Application it speaks for itself.</summary>
internal sealed class RepoServerUnavailableRule : IDiagnosticRule
{
    private const string Name = "argocd-repo-server";
    private const int MostApplications = 2;

    private static readonly string[] Words = ["code = Unavailable", ":8081", "error reading from server: EOF", "signal: killed"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdRepoServerUnavailable, Severity.Critical, ["Application", "Deployment", "Pod", "ReplicaSet"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var server = snapshot.All<Deployment>().FirstOrDefault(item => item.Namespace == context.ArgoCdNamespace && IsRepoServer(item));
        var down = server is { Replicas: > 0, ReadyReplicas: 0 };
        var suffering = snapshot.All<Application>().Select(application => (App: application, Error: ErrorOf(application, down, context))).Where(pair => pair.Error is not null).ToList();
        if (suffering.Count == 0)
        {
            yield break;
        }

        var subject = server?.Ref ?? new ObjectRef("Deployment", context.ArgoCdNamespace, Name);
        var pods = snapshot.Pods.In(context.ArgoCdNamespace).Where(pod => snapshot.Owners.TopOf(pod) == subject).OrderByDescending(pod => pod.Metadata.CreatedAt).ToList();
        var (variant, fault, container) = FaultOf(pods, context);
        var limit = container is null ? null : pods.Select(pod => pod.SpecOf(container.Name)?.MemoryLimit).FirstOrDefault(known => known is not null);
        var raised = limit is { } known ? OomRule.Doubled(known) : "";
        yield return new Finding
        {
            Rule = Descriptor.Id,
            Severity = down || suffering.Count > 1 ? Severity.Critical : Severity.Warning,
            Subject = subject,
            Variant = variant == "oom" && limit is null ? "oom-no-limit" : variant,
            Since = suffering.Min(pair => pair.Error!.LastTransitionAt),
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("unknown", suffering.Count), new("apps", snapshot.All<Application>().Count()), new("limit", limit?.Text ?? ""), new("raised", raised), new("restarts", container?.RestartCount ?? 0),
            ]),
            Evidence =
            [
                .. suffering.Take(MostApplications).Select(pair => new Evidence(pair.App.Ref, $"status.conditions[{pair.Error!.Type}].message", pair.Error.Message) { At = pair.Error.LastTransitionAt }),
                .. server is null ? [] : new[] { new Evidence(server.Ref, "status.readyReplicas", $"{server.ReadyReplicas}/{server.Replicas}") },
                .. fault is null ? [] : new[] { fault },
            ],
            Action = variant == "oom" && raised.Length > 0 ? "raise-memory" : variant.Length == 0 ? "restart" : null,
            Command = variant == "oom" && raised.Length > 0
                ? $"kubectl -n {subject.Namespace} set resources deployment/{subject.Name} --limits=memory={raised}"
                : variant.Length == 0 ? $"kubectl -n {subject.Namespace} rollout restart deployment/{subject.Name}"
                : $"kubectl -n {subject.Namespace} describe pods -l app.kubernetes.io/name={Name}",
            BlocksDelivery = true,
            Affected = [.. suffering.Select(pair => pair.App.Ref)],
            Explains = [subject, .. pods.Select(pod => pod.Ref)],
        };
    }

    private static bool IsRepoServer(Deployment deployment) =>
        deployment.Metadata.Labels["app.kubernetes.io/name"] == Name || deployment.Name.EndsWith("repo-server", StringComparison.Ordinal);

    // A rolling restart of the repo-server passes before the threshold; with none ready every comparison error counts as its own.
    private static ApplicationCondition? ErrorOf(Application application, bool down, DiagnosisContext context) =>
        application.SyncStatus != "Unknown"
            ? null
            : application.Conditions.FirstOrDefault(condition =>
                condition.Type == "ComparisonError"
                && (down || Words.Any(word => condition.Message.Contains(word, StringComparison.Ordinal)))
                && context.IsOlder(condition.LastTransitionAt ?? application.ReconciledAt, context.Thresholds.ArgoCd.Unknown));

    private static (string Variant, Evidence? Fault, ContainerStatus? Container) FaultOf(List<Pod> pods, DiagnosisContext context)
    {
        foreach (var pod in pods)
        {
            foreach (var status in pod.Statuses)
            {
                if (OomRule.KilledBy(status, context) is { } kill)
                {
                    return ("oom", new Evidence(pod.Ref, ContainerPaths.Status(status, "lastState.terminated.reason"), kill.Reason) { At = kill.FinishedAt }, status);
                }

                if (status.State is { Phase: ContainerPhase.Waiting } state && state.Reason is not ("ContainerCreating" or "PodInitializing"))
                {
                    return ("down", new Evidence(pod.Ref, ContainerPaths.Status(status, "state.waiting.reason"), state.Reason), status);
                }
            }
        }

        return ("", null, null);
    }
}
