using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>Every node keeps the pod away: by a taint that it does not tolerate, by being sick, or by being cordoned.</summary>
internal sealed class UnschedulableTaintRule() : UnschedulableRule(RuleIds.PodUnschedulableTaint, PodFault.Tainted)
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.NoNodeFits;

    protected override bool IsExcused(PodCase found, PodCases cases) =>
        base.IsExcused(found, cases)
        || cases.Snapshot.All<Node>().Any(node => node.Metadata.CreatedAt is { } joined && cases.Context.Now - joined < cases.Thresholds.NodeStarts);

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var tainted = cases.Nodes.Where(node => found.Name.Length > 0 ? node.Taints.Any(taint => taint.Key == found.Name) : node.Unschedulable).ToList();
        var taint = tainted.SelectMany(node => node.Taints).FirstOrDefault(taint => taint.Key == found.Name);
        return Begin(found, cases) with
        {
            Variant = found.Name.Length == 0 ? "cordoned" : found.Name.StartsWith("node.kubernetes.io/", StringComparison.Ordinal) ? "sick" : "",
            Facts = Facts(("taint", found.Name), ("nodes", tainted.Count)),
            Evidence =
            [
                found.Told,
                .. tainted.Take(2).Select(node => found.Name.Length == 0
                    ? new Evidence(node.Ref, "spec.unschedulable", "true")
                    : new Evidence(node.Ref, "spec.taints", $"{taint!.Key}{(taint.Value.Length > 0 ? $"={taint.Value}" : "")}:{taint.Effect}")),
            ],
            Command = found.Name.Length == 0 && tainted.Count > 0 ? $"kubectl uncordon {tainted[0].Name}" : "kubectl describe nodes",
            Action = found.Name.Length == 0 && tainted.Count > 0 ? "uncordon" : null,
            PointsTo = [.. tainted.Select(node => node.Ref)],
        };
    }
}
