using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>A volume for one node is still attached to another. A pod that is just being deleted gives it free by itself.</summary>
internal sealed class VolumeMultiAttachRule() : PodFaultRule(RuleIds.PodVolumeMultiAttach, PodFault.AttachedElsewhere, Severity.Warning.To(Severity.Critical), "Event", "PersistentVolumeClaim")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.MountFailed;

    protected override bool IsExcused(PodCase found, PodCases cases) =>
        HoldersOf(found, cases).Any(pod => pod.Metadata.DeletedAt is { } end && cases.Context.Now - end < cases.Thresholds.Detach);

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var holder = HoldersOf(found, cases).OrderBy(pod => pod.Name, StringComparer.Ordinal).FirstOrDefault();
        var finding = Begin(found, cases);
        return finding with
        {
            Severity = holder is null ? finding.Severity : Severity.Warning,
            Variant = holder is null ? "gone" : "",
            Facts = Facts(("claim", found.Pod.Claims.FirstOrDefault() ?? ""), ("holder", holder?.Name ?? "")),
            Evidence =
            [
                found.Told,
                new(found.Pod.Ref, "spec.nodeName", found.Pod.NodeName),
                .. holder is null ? Array.Empty<Evidence>() : [new Evidence(holder.Ref, "spec.nodeName", holder.NodeName)],
            ],
            Action = holder is null ? null : "delete-pod",
            Command = holder is null ? "kubectl get volumeattachments" : $"kubectl -n {holder.Namespace} delete pod {holder.Name}",
            Affected = holder is null ? [] : [holder.Ref],
        };
    }

    private static IEnumerable<Pod> HoldersOf(PodCase found, PodCases cases) => cases.Snapshot.Pods.In(found.Pod.Namespace)
        .Where(pod => pod.Name != found.Pod.Name && !pod.IsFinished && pod.NodeName.Length > 0 && pod.NodeName != found.Pod.NodeName && pod.Claims.Any(claim => found.Pod.Claims.Contains(claim)));
}
