using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The web terminal of Argo CD is on: whoever may <c>exec</c> there gets a shell in pods, past Git and past the audit log of the cluster's own users.</summary>
internal sealed class ExecEnabledRule : IDiagnosticRule
{
    private const string Key = "exec.enabled";

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdExecEnabled, Severity.Info, ["ConfigMap"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (snapshot.Find<ConfigMap>("ConfigMap", context.ArgoCdNamespace, "argocd-cm") is { IsBeingDeleted: false } map && map.Data[Key] == "true")
        {
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Info,
                Subject = map.Ref,
                Evidence = [new Evidence(map.Ref, $"data[{Key}]", "true")],
                Command = $"kubectl -n {map.Namespace} get configmap argocd-rbac-cm -o jsonpath='{{.data.policy\\.csv}}'",
            };
        }
    }
}
