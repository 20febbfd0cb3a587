using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>Pod Security Admission refuses the pod: it asks for more than the namespace's level allows.</summary>
internal sealed class PodSecurityRule() : CreateFailureRule(RuleIds.RsForbiddenPodSecurity, CreateFault.PodSecurity, "Namespace")
{
    private const string Label = "pod-security.kubernetes.io/enforce";

    protected override Finding Describe(Finding start, CreateFailure failure, string name, ClusterSnapshot snapshot) =>
        snapshot.Find(new ObjectRef("Namespace", "", failure.Subject.Namespace))?.Metadata is { } found && found.Labels[Label] is { } level
            ? start with { Evidence = start.Evidence.Add(new Evidence(new ObjectRef("Namespace", "", found.Name), $"metadata.labels[{Label}]", level)) }
            : start;
}
