using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>A ConfigMap or Secret that the pod needs is not there. The kubelet's own words prove it.</summary>
internal sealed class ConfigMissingRule() : PodFaultRule(RuleIds.PodConfigMissing, PodFault.ConfigMissing, Severity.Warning.To(Severity.Critical), "Event", "ConfigMap", "Secret", "ExternalSecret")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.ConfigMissing;

    protected override bool IsExcused(PodCase found, PodCases cases) =>
        new[] { cases.Snapshot.Find(found.Named!.Value), MakerOf(found, cases) }
            .Any(made => made?.Metadata.CreatedAt is { } at && cases.Context.Now - at < cases.Thresholds.JustMade);

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var missing = found.Named!.Value;
        var maker = MakerOf(found, cases);
        return Begin(found, cases) with
        {
            Variant = maker is null ? "" : "external",
            Facts = Facts(("container", found.Status.Name), ("kind", missing.Kind), ("name", missing.Name)),
            Evidence = [found.Told, .. State(maker)],
            Command = maker is null
                ? $"kubectl -n {missing.Namespace} get {missing.Kind.ToLowerInvariant()} {missing.Name}"
                : $"kubectl -n {maker.Namespace} describe externalsecret {maker.Name}",
            PointsTo = [missing],
        };
    }

    private static ExternalSecret? MakerOf(PodCase found, PodCases cases) => found.Named is not { Kind: "Secret" } missing ? null : cases.Snapshot.All<ExternalSecret>()
        .FirstOrDefault(item => item.Namespace == missing.Namespace && item.TargetName == missing.Name);

    private static IEnumerable<Evidence> State(ExternalSecret? maker) =>
        maker?.Conditions.FirstOrDefault(condition => condition.Type == "Ready") is { } ready
            ? [new Evidence(maker.Ref, "status.conditions[Ready]", $"{ready.Status} {ready.Reason}: {ready.Message}") { At = ready.LastTransitionAt }]
            : [];
}
