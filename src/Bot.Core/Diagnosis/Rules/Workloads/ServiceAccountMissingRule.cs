using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>The ServiceAccount that the pod template names does not exist.</summary>
internal sealed class ServiceAccountMissingRule() : CreateFailureRule(RuleIds.RsServiceAccountMissing, CreateFault.ServiceAccount, "ServiceAccount")
{
    protected override bool IsMended(CreateFailure failure, string name, ClusterSnapshot snapshot) => snapshot.PresenceOf(Account(failure, name)) == Presence.Present;

    protected override Finding Describe(Finding start, CreateFailure failure, string name, ClusterSnapshot snapshot) => start with { PointsTo = [Account(failure, name)] };

    private static ObjectRef Account(CreateFailure failure, string name) => new("ServiceAccount", failure.Subject.Namespace, name);
}
