using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The destination of an Application is no cluster that Argo CD knows, or is given twice. All Applications of that destination are one fault.</summary>
internal sealed class DestinationInvalidRule() : FailedSyncRule(RuleIds.ArgoCdDestinationInvalid, Severity.Critical)
{
    private const int LongestName = 20;

    private static readonly string[] InTheSpec = ["both name and server"];

    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.DestinationInvalid;

    protected override string GroupOf(FailedSync failed) => IsInTheSpec(failed) ? base.GroupOf(failed) : $"cluster {ClusterOf(failed)}";

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var start = Start(failed, snapshot, context, Severity.Critical, ("cluster", Short(ClusterOf(failed))));
        return start with
        {
            Variant = IsInTheSpec(failed) ? "spec" : "",
            Evidence = [.. start.Evidence, new Evidence(failed.App.Ref, "spec.destination", $"name={failed.App.Destination.Name} server={failed.App.Destination.Server}")],
            Command = IsInTheSpec(failed)
                ? $"kubectl -n {failed.App.Namespace} get applications.argoproj.io {failed.App.Name} -o jsonpath='{{.spec.destination}}'"
                : $"kubectl -n {context.ArgoCdNamespace} get secrets -l argocd.argoproj.io/secret-type=cluster",
        };
    }

    private static bool IsInTheSpec(FailedSync failed) => Array.Exists(InTheSpec, fragment => failed.Told.Text.Contains(fragment, StringComparison.Ordinal));

    // The address of a managed cluster begins with a long random name.
    private static string Short(string cluster)
    {
        var host = cluster[(cluster.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + "://".Length : 0)..];
        return host.Length > LongestName ? host[..LongestName] : host;
    }

    private static string ClusterOf(FailedSync failed) => failed.App.Destination is { Name.Length: > 0 } named ? named.Name : failed.App.Destination.Server;
}
