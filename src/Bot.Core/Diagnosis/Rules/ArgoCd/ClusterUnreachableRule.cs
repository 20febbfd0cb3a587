using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Argo CD cannot reach a destination cluster or is not let in. All Applications of that destination fail together; what runs there keeps running.</summary>
internal sealed class ClusterUnreachableRule() : ComparisonRule(RuleIds.ArgoCdClusterUnreachable, ComparisonCause.Cluster)
{
    private static readonly string[] Refused = ["Unauthorized", "argocd-k8s-auth", "provide credentials", "is forbidden", "AccessDenied", "ExpiredToken", "getting credentials"];

    protected override string KeyOf(ComparisonFault fault) => DestinationName.KeyOf(fault);

    protected override Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var destination = faults[0].App.Destination;
        return start with
        {
            Variant = Array.Exists(Refused, word => faults[0].Message.Contains(word, StringComparison.Ordinal)) ? "refused" : "",
            Facts = Facts(start, ("target", DestinationName.Short(faults[0]))),
            Evidence = [.. start.Evidence, new Evidence(start.Subject, "spec.destination", destination.Server.Length > 0 ? destination.Server : destination.Name)],
            Command = $"kubectl -n {context.ArgoCdNamespace} get secrets -l argocd.argoproj.io/secret-type=cluster",
        };
    }
}
