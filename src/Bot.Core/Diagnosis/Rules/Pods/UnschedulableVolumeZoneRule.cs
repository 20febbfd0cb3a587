using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The pod's volume lives in a zone (or on a node) where no node can take the pod.</summary>
internal sealed class UnschedulableVolumeZoneRule() : UnschedulableRule(RuleIds.PodUnschedulableVolumeZone, PodFault.WrongZone, "PersistentVolumeClaim", "PersistentVolume")
{
    private const string ZoneLabel = "topology.kubernetes.io/zone";

    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.NoNodeFits;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var volumes = found.Pod.Claims
            .Select(claim => cases.Snapshot.Find<PersistentVolumeClaim>("PersistentVolumeClaim", found.Pod.Namespace, claim)?.VolumeName)
            .Select(name => name is null ? null : cases.Snapshot.Find<PersistentVolume>("PersistentVolume", "", name))
            .OfType<PersistentVolume>()
            .Where(volume => !volume.Zones.IsEmpty)
            .ToList();
        var nodes = cases.Nodes;
        ImmutableArray<string> zones = [.. nodes.Select(node => node.Metadata.Labels[ZoneLabel]).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return Begin(found, cases) with
        {
            Variant = volumes.Count == 0 ? "" : "zone",
            Facts = Facts(("zone", volumes.FirstOrDefault()?.Zones[0] ?? "")),
            Evidence =
            [
                found.Told,
                .. volumes.Take(1).Select(volume => new Evidence(volume.Ref, "spec.nodeAffinity zone", string.Join(", ", volume.Zones))),
                .. nodes.IsEmpty ? Array.Empty<Evidence>() : [new Evidence(nodes[0].Ref, $"zones of {nodes.Length} nodes", zones.IsEmpty ? "-" : string.Join(", ", zones))],
            ],
        };
    }
}
