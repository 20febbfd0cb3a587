using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The node or its subnet has no address left for a pod.</summary>
internal sealed class CniIpExhaustedRule() : PodFaultRule(RuleIds.PodCniIpExhausted, PodFault.NoPodIp, Severity.Warning.To(Severity.Critical), "Event", "Node")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.CreateFailed;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var node = new ObjectRef("Node", "", found.Pod.NodeName);
        var pods = cases.Snapshot.Pods.On(found.Pod.NodeName).Count(pod => !pod.IsFinished && !pod.HostNetwork);
        return Begin(found, cases) with
        {
            Facts = Facts(("count", found.Count), ("pods", pods)),
            Evidence =
            [
                found.Told,
                new(node, "pods with an address of their own", pods.ToString(CultureInfo.InvariantCulture)),
                new(node, "status.allocatable.pods", cases.Snapshot.Find<Node>("Node", "", node.Name)?.AllocatablePods?.Text ?? ""),
            ],
            Command = $"kubectl get pods -A -o wide --field-selector spec.nodeName={node.Name}",
            PointsTo = cases.Scope.SickNodeOf(found.Pod),
        };
    }
}
