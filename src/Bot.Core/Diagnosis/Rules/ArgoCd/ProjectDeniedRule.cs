using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The AppProject does not let the Application use its repository, destination or a kind of resource, or the project is not there.</summary>
internal sealed class ProjectDeniedRule() : FailedSyncRule(RuleIds.ArgoCdProjectDenied, Severity.Warning.To(Severity.Critical))
{
    private static readonly (string Fragment, string Variant)[] Refusals =
    [
        ("application repo", "repo"),
        ("allowed destinations", "destination"),
        ("to use project", "app"),
        ("namespace ", "resource"),
        ("resource ", "resource"),
    ];

    protected override bool Matches(FailedSync failed) => failed.Pattern is MessagePattern.ProjectDenied or MessagePattern.ProjectMissing;

    /// <summary>A missing project is one fault however many Applications name it; what a project forbids is each Application's own.</summary>
    protected override string GroupOf(FailedSync failed) => failed.Pattern == MessagePattern.ProjectMissing ? $"project {FailureCause.ProjectOf(failed)}" : base.GroupOf(failed);

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context) =>
        Start(failed, snapshot, context, failed.IsStanding || failed.Pattern == MessagePattern.ProjectMissing ? Severity.Critical : Severity.Warning, ("project", FailureCause.ProjectOf(failed))) with
        {
            Variant = failed.Pattern == MessagePattern.ProjectMissing ? "missing"
                : Array.Find(Refusals, refusal => failed.Told.Text.Contains(refusal.Fragment, StringComparison.Ordinal)).Variant ?? "",
            Command = $"kubectl -n {context.ArgoCdNamespace} get appprojects.argoproj.io {FailureCause.ProjectOf(failed)} -o yaml",
        };
}
