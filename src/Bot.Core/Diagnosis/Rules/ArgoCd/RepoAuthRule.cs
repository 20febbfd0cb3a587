using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Git or a chart repository refuses Argo CD, or Argo CD refuses its key. All Applications of one address fail together.</summary>
internal sealed class RepoAuthRule() : ComparisonRule(RuleIds.ArgoCdRepoAuth, ComparisonCause.RepoAuth)
{
    protected override string KeyOf(ComparisonFault fault) => fault.RepoUrl;

    protected override Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var url = faults[0].RepoUrl;
        var other = OtherSpelling(url, snapshot);
        return start with
        {
            Variant = ComparisonFaults.IsTrust(faults[0].Message) ? "trust" : other is null ? "" : "spelling",
            Evidence =
            [
                .. start.Evidence,
                new Evidence(start.Subject, "spec.source.repoURL", url),
                .. other is null ? [] : new[] { new Evidence(other.Ref, "spec.source.repoURL", other.Sources[0].RepoUrl) },
            ],
            Command = $"kubectl -n {context.ArgoCdNamespace} get secrets -l 'argocd.argoproj.io/secret-type in (repository,repo-creds)'",
        };
    }

    /// <summary>An Application that reads the same repository well by an address written differently.</summary>
    private static Application? OtherSpelling(string url, ClusterSnapshot snapshot) => snapshot.All<Application>().FirstOrDefault(application =>
        application is { SyncStatus: "Synced" or "OutOfSync", Sources: [var source, ..] }
        && source.RepoUrl != url
        && string.Equals(ComparisonFault.Plain(source.RepoUrl), ComparisonFault.Plain(url), StringComparison.OrdinalIgnoreCase));
}
