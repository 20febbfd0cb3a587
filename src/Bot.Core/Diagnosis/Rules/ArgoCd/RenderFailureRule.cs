using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// The repo-server answers and cannot make manifests of what it read: the chart or overlay is wrong, a kept error is told again,
/// or the tool does not finish in time (then all that time out are one fault).
/// </summary>
internal sealed class RenderFailureRule() : ComparisonRule(RuleIds.ArgoCdRenderFailure, ComparisonCause.Render)
{
    private static readonly string[] TimedOut = ["failed timeout after", "context deadline exceeded"];

    protected override string KeyOf(ComparisonFault fault) => IsTimeout(fault) ? "" : fault.App.Ref.ToString();

    protected override Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var message = faults[0].Message;
        var tool = ToolOf(message);
        var kept = message.Contains("(cached)", StringComparison.Ordinal);
        var late = IsTimeout(faults[0]);
        return start with
        {
            Variant = late ? "timeout" : kept ? "cached" : tool.Length == 0 ? "other" : "",
            Facts = Facts(start, ("tool", tool)),
            Evidence = [.. start.Evidence, new Evidence(start.Subject, "spec.source.path", faults[0].Source is { Chart.Length: > 0 } source ? source.Chart : faults[0].Source?.Path ?? "")],
            Action = kept && !late ? "hard-refresh" : null,
            Command = kept && !late
                ? $"kubectl -n {start.Subject.Namespace} annotate applications.argoproj.io {start.Subject.Name} argocd.argoproj.io/refresh=hard --overwrite"
                : late ? $"kubectl -n {context.ArgoCdNamespace} top pods -l app.kubernetes.io/name={ArgoCdComponent.RepoServer}"
                : $"argocd app manifests {start.Subject.Name} --source git",
        };
    }

    private static bool IsTimeout(ComparisonFault fault) => Array.Exists(TimedOut, word => fault.Message.Contains(word, StringComparison.Ordinal));

    private static string ToolOf(string message) =>
        message.Contains("helm ", StringComparison.Ordinal) || message.Contains("values don't meet the specifications", StringComparison.Ordinal) ? "Helm"
        : message.Contains("kustomize ", StringComparison.Ordinal) ? "Kustomize"
        : message.Contains("jsonnet", StringComparison.Ordinal) ? "Jsonnet"
        : message.Contains("plugin", StringComparison.Ordinal) ? "plugin"
        : "";
}
