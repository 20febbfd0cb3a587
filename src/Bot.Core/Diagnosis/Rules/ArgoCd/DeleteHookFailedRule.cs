using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A PreDelete or PostDelete hook failed, and the Application stays until it succeeds.</summary>
internal sealed class DeleteHookFailedRule() : DeletionRule(RuleIds.ArgoCdDeleteHookFailed, Severity.Warning, "Job")
{
    private static readonly string[] Hooks = ["PreDelete", "PostDelete", "pre-delete", "post-delete"];

    public override bool Matches(DeletionCase deletion) =>
        deletion.Says("fail") && Array.Exists(Hooks, deletion.Says);

    protected override Finding Describe(DeletionCase deletion)
    {
        var hook = deletion.Says("PreDelete") || deletion.Says("pre-delete") ? "PreDelete" : "PostDelete";
        var jobs = deletion.Snapshot.All<Job>().Where(job => job.IsFailed && IsHookOf(job, deletion)).OrderBy(job => job.Name, StringComparer.Ordinal).ToList();
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

    private static bool IsHookOf(Job job, DeletionCase deletion)
    {
        var kind = job.Metadata.Annotations["argocd.argoproj.io/hook"] ?? job.Metadata.Annotations["helm.sh/hook"] ?? "";
        return Array.Exists(Hooks, name => kind.Contains(name, StringComparison.Ordinal))
            && (deletion.Says(job.Name)
                || (job.Metadata.Annotations["argocd.argoproj.io/tracking-id"] ?? "").StartsWith($"{deletion.App.Name}:", StringComparison.Ordinal)
                || job.Metadata.Labels["app.kubernetes.io/instance"] == deletion.App.Name);
    }
}
