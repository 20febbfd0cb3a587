namespace Bot.Core.Diagnosis.Pods;

/// <summary>What the rules about pods without a node share: the scheduler's words, and patience while a new node is on its way.</summary>
internal abstract class UnschedulableRule(string id, PodFault fault, params string[] alsoReads) : PodFaultRule(id, fault, Severity.Warning.To(Severity.Critical), ["Event", "Node", .. alsoReads])
{
    protected override bool IsExcused(PodCase found, PodCases cases) =>
        cases.Snapshot.Events.Recent(found.Pod, cases.Context.Now, cases.Thresholds.ScaleUp).Any(item => item.Reason is "TriggeredScaleUp" or "Nominated")
        || (found.Pod.NominatedNodeName.Length > 0 && !cases.Context.IsOlder(found.Since, cases.Thresholds.ScaleUp));
}
