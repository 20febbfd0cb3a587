using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A PreDelete or PostDelete hook failed, and the Application stays until it succeeds.</summary>
internal sealed class DeleteHookFailedRule() : DeletionRule(RuleIds.ArgoCdDeleteHookFailed, Severity.Warning, "Job")
{
    private static readonly string[] Finalizers = ["pre-delete-finalizer.argocd.argoproj.io", "post-delete-finalizer.argocd.argoproj.io"];
    private static readonly string[] Hooks = ["PreDelete", "PostDelete", "pre-delete", "post-delete"];

    public override bool Matches(DeletionCase deletion) =>
        (deletion.Says("fail") && Array.Exists(Hooks, deletion.Says)) || (Waits(deletion) && FailedJobs(deletion).Any());

    protected override Finding Describe(DeletionCase deletion)
    {
        var jobs = FailedJobs(deletion).OrderBy(job => job.Name, StringComparer.Ordinal).ToList();
        var hook = (jobs.Count > 0 ? IsPreDelete(jobs[0]) : deletion.Says("PreDelete") || deletion.Says("pre-delete")) ? "PreDelete" : "PostDelete";
        return Start(deletion, ("hook", hook), ("job", jobs.FirstOrDefault()?.Name ?? "")) with
        {
            Variant = jobs.Count > 0 ? "job" : "",
            Evidence =
            [
                deletion.Requested,
                .. deletion.ErrorEvidence,
                .. jobs.Take(2).SelectMany(job => job.Conditions.Where(condition => condition is { Type: "Failed", Status: "True" })
                    .Select(condition => new Evidence(job.Ref, "status.conditions[Failed].message", condition.Message) { At = condition.LastTransitionAt })),
            ],
            Action = jobs.Count > 0 ? "delete-finished-job" : null,
            Command = jobs.Count > 0
                ? $"kubectl -n {jobs[0].Namespace} logs job/{jobs[0].Name} --all-containers --tail=40"
                : $"kubectl get jobs -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,HOOK:.metadata.annotations.argocd\\.argoproj\\.io/hook",
            PointsTo = [.. jobs.Select(job => job.Ref)],
        };
    }

    /// <summary>The finalizer that stands until the hooks have succeeded.</summary>
    private static bool Waits(DeletionCase deletion) =>
        deletion.App.Metadata.Finalizers.Any(finalizer => Array.Exists(Finalizers, known => finalizer.StartsWith(known, StringComparison.Ordinal)));

    private static IEnumerable<Job> FailedJobs(DeletionCase deletion) => deletion.Snapshot.All<Job>().Where(job => job.IsFailed && IsHookOf(job, deletion));

    private static bool IsPreDelete(Job job) => KindOf(job).Contains("PreDelete", StringComparison.Ordinal) || KindOf(job).Contains("pre-delete", StringComparison.Ordinal);

    private static string KindOf(Job job) => job.Metadata.Annotations["argocd.argoproj.io/hook"] ?? job.Metadata.Annotations["helm.sh/hook"] ?? "";

    private static bool IsHookOf(Job job, DeletionCase deletion)
    {
        var kind = KindOf(job);
        return Array.Exists(Hooks, name => kind.Contains(name, StringComparison.Ordinal))
            && (deletion.Says(job.Name)
                || (job.Metadata.Annotations["argocd.argoproj.io/tracking-id"] ?? "").StartsWith($"{deletion.App.Name}:", StringComparison.Ordinal)
                || job.Metadata.Labels["app.kubernetes.io/instance"] == deletion.App.Name);
    }
}
