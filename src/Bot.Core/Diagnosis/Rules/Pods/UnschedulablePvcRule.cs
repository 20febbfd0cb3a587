using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The pod waits for a claim that is missing or not bound: what is wrong with the claim is the cause.</summary>
internal sealed class UnschedulablePvcRule() : PodFaultRule(RuleIds.PodUnschedulablePvc, PodFault.ClaimNotBound, Severity.Warning.To(Severity.Critical), "PersistentVolumeClaim")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.NoNodeFits;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var open = found.Pod.Claims
            .Where(claim => found.Name.Length == 0 || claim == found.Name)
            .Select(claim => (Name: claim, Claim: cases.Snapshot.Find<PersistentVolumeClaim>("PersistentVolumeClaim", found.Pod.Namespace, claim)))
            .Where(pair => pair.Claim is not { Phase: "Bound" })
            .ToList();
        var name = open.Count > 0 ? open[0].Name : found.Name;
        var claim = new ObjectRef("PersistentVolumeClaim", found.Pod.Namespace, name);
        return Begin(found, cases) with
        {
            Variant = cases.Snapshot.PresenceOf(claim) == Presence.Absent ? "missing" : "",
            Facts = Facts(("claim", name)),
            Evidence = [found.Told, .. open.Where(pair => pair.Claim is not null).Take(1).Select(pair => new Evidence(claim, "status.phase", pair.Claim!.Phase))],
            Command = $"kubectl -n {claim.Namespace} describe pvc {name}".TrimEnd(),
            PointsTo = [.. open.Select(pair => new ObjectRef("PersistentVolumeClaim", found.Pod.Namespace, pair.Name))],
        };
    }
}
