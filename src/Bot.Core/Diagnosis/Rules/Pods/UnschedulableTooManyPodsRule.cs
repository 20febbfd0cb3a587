using System.Globalization;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The nodes run as many pods as they may, whatever the pods ask for.</summary>
internal sealed class UnschedulableTooManyPodsRule() : UnschedulableRule(RuleIds.PodUnschedulableTooManyPods, PodFault.TooManyPods)
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.Unschedulable;

    protected override Finding Tell(PodCase found, PodCases cases) => Begin(found, cases) with
    {
        Facts = Facts(("reasons", found.Reasons), ("full", cases.FullNodes.Length)),
        Evidence = [found.Told, .. cases.FullNodes.Take(2).Select(pair => new Evidence(pair.Node.Ref, "pods / status.allocatable.pods", string.Create(CultureInfo.InvariantCulture, $"{pair.Pods}/{pair.Node.AllocatablePods}")))],
    };
}
