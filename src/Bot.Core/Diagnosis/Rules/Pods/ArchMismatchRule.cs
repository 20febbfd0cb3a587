using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The image holds no program for the CPU of the node.</summary>
internal sealed class ArchMismatchRule() : PodFaultRule(RuleIds.PodArchMismatch, PodFault.OtherPlatform, Severity.Warning.To(Severity.Critical), "Node", "LogExcerpt")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => TimeSpan.Zero;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var node = cases.Snapshot.Find<Node>("Node", "", found.Pod.NodeName);
        var (action, command) = Undo(found, cases, Logs(found));
        return Begin(found, cases) with
        {
            Facts = Facts(("container", found.Status.Name), ("arch", node is { Architecture.Length: > 0 } ? node.Architecture : new TextKey("pod.not-visible"))),
            Evidence = [found.Told, SpecOf(found, "image", found.Spec?.Image ?? found.Status.Image), new(new ObjectRef("Node", "", found.Pod.NodeName), "status.nodeInfo.architecture", node?.Architecture ?? "")],
            Action = action,
            Command = command,
        };
    }
}
