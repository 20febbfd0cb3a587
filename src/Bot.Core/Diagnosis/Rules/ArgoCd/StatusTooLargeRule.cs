using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An Application has grown until its status no longer fits into one object: from now on all that Argo CD says of it is old.</summary>
internal sealed class StatusTooLargeRule() : ComparisonRule(RuleIds.ArgoCdStatusTooLarge, ComparisonCause.StatusTooLarge)
{
    protected override string KeyOf(ComparisonFault fault) => fault.App.Ref.ToString();

    protected override Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var app = faults[0].App;
        return start with
        {
            Facts = Facts(start, ("resources", app.Resources.Length), ("history", app.History.Length)),
            Evidence = [.. start.Evidence, new Evidence(app.Ref, "status.resources (entries)", $"{app.Resources.Length}"), new Evidence(app.Ref, "status.history (entries)", $"{app.History.Length}")],
            BlocksDelivery = false,
            Command = $"kubectl -n {app.Namespace} get applications.argoproj.io {app.Name} -o json | wc -c",
        };
    }
}
