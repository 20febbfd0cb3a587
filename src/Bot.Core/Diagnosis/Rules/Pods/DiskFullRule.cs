using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The program cannot write because its disk is full. The volume can grow while it runs; a restart makes nothing better.</summary>
internal sealed class DiskFullRule() : PodFaultRule(RuleIds.PodDiskFull, PodFault.DiskFull, Severity.Critical, "LogExcerpt", "PersistentVolumeClaim", "StorageClass", "VolumeUsage", "Node")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => TimeSpan.Zero;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var pod = found.Pod;
        if (pod.Claims.IsEmpty)
        {
            return Begin(found, cases) with { Variant = "no-claim", Evidence = [found.Told, new(pod.Ref, "spec.nodeName", pod.NodeName)], PointsTo = cases.Scope.SickNodeOf(pod) };
        }

        var volumes = new PodVolumes(cases.Snapshot, cases.Context);
        var claim = volumes.Fullest(pod);
        var name = claim?.Name ?? pod.Claims[0];
        var size = claim?.Capacity ?? claim?.Requested;
        var grown = size?.Value is { } bytes ? $"{Math.Ceiling(bytes * cases.Thresholds.VolumeGrowth / 1073741824m).ToString(CultureInfo.InvariantCulture)}Gi" : "";
        var sort = claim is null ? null : cases.Snapshot.Find<StorageClass>("StorageClass", "", claim.StorageClassName);
        var cannotGrow = sort is { AllowsExpansion: false };
        var reference = new ObjectRef("PersistentVolumeClaim", pod.Namespace, name);
        return Begin(found, cases) with
        {
            Variant = cannotGrow ? "fixed" : grown.Length == 0 ? "no-size" : "",
            Facts = Facts(("container", found.Status.Name), ("claim", name), ("size", size?.Text ?? ""), ("grown", grown)),
            Evidence =
            [
                found.Told,
                new(reference, "status.capacity.storage", size?.Text ?? ""),
                .. volumes.UsageOf(pod, name) is { CapacityBytes: > 0 } usage ? [new Evidence(reference, "used", string.Create(CultureInfo.InvariantCulture, $"{100m * usage.UsedBytes / usage.CapacityBytes:0} %")) { At = usage.TakenAt }] : Array.Empty<Evidence>(),
                .. sort is null ? Array.Empty<Evidence>() : [new Evidence(sort.Ref, "allowVolumeExpansion", sort.AllowsExpansion ? "true" : "false")],
            ],
            Action = cannotGrow || grown.Length == 0 ? null : "expand-volume",
            Command = cannotGrow || grown.Length == 0
                ? $"kubectl -n {pod.Namespace} describe pvc {name}"
                : $"kubectl -n {pod.Namespace} patch pvc {name} --type=merge -p '{{\"spec\":{{\"resources\":{{\"requests\":{{\"storage\":\"{grown}\"}}}}}}}}'",
            PointsTo = [reference],
        };
    }
}
