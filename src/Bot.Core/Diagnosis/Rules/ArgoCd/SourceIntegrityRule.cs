using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The project wants signed commits and this one is not signed, or by a key that it does not accept. Nothing is broken: somebody must sign.</summary>
internal sealed class SourceIntegrityRule() : ComparisonRule(RuleIds.ArgoCdSourceIntegrity, ComparisonCause.SourceIntegrity)
{
    protected override string KeyOf(ComparisonFault fault) => $"{fault.RepoUrl} {fault.TargetRevision}";

    protected override Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var app = faults[0].App;
        return start with
        {
            Variant = faults[0].Message.Contains("is not signed", StringComparison.Ordinal) || faults[0].Message.Contains(" unsigned (", StringComparison.Ordinal) ? "" : "key",
            Facts = Facts(start, ("project", app.Project), ("commit", CommitIn(faults[0].Message) is { Length: > 0 } commit ? commit : OperationCase.Short(app.SyncRevision))),
            Evidence = [.. start.Evidence, new Evidence(app.Ref, "spec.project", app.Project)],
            Command = $"kubectl -n {context.ArgoCdNamespace} get appproject {app.Project} -o jsonpath='{{.spec.signatureKeys}}'",
        };
    }

    private static string CommitIn(string message) => message.Split([' ', '\'']).FirstOrDefault(word => word.Length == 40 && word.All(char.IsAsciiHexDigitLower)) is { } commit ? commit[..7] : "";
}
