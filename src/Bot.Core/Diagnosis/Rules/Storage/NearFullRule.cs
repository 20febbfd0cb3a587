using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Storage;
using Bot.Core.Remediation;

namespace Bot.Core.Diagnosis.Rules.Storage;

/// <summary>A volume fills up. The figures come from a source beside the API; without them nothing is known and nothing said.</summary>
internal sealed class NearFullRule : IDiagnosticRule
{
    private const decimal Gibibyte = 1073741824m;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.PvcNearFull, Severity.Warning.To(Severity.Critical), ["VolumeUsage", "PersistentVolumeClaim", "StorageClass", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var thresholds = context.Thresholds.Storage;
        var scope = new ClaimScope(snapshot, context);
        foreach (var usage in snapshot.All<VolumeUsage>())
        {
            if (VolumeFill.Of(usage, context) is not { } fill || fill.Percent <= thresholds.NearFullWarning)
            {
                continue;
            }

            var claim = new ObjectRef("PersistentVolumeClaim", usage.Namespace, usage.Name);
            if (snapshot.PresenceOf(claim) != Presence.Absent)
            {
                yield return Found(usage, fill, claim, snapshot, context, scope) with { Severity = fill.Percent > thresholds.NearFullCritical ? Severity.Critical : Severity.Warning };
            }
        }
    }

    /// <summary>Half as much again by default, in whole Gi: enough at once, because a volume may not be changed again for hours.</summary>
    internal static string Larger(decimal bytes, DiagnosisContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(Math.Floor(bytes / Gibibyte) + 1, Math.Ceiling(bytes * context.Thresholds.Pods.VolumeGrowth / Gibibyte))}Gi");

    private Finding Found(VolumeUsage usage, VolumeFill fill, ObjectRef reference, ClusterSnapshot snapshot, DiagnosisContext context, ClaimScope scope)
    {
        var claim = snapshot.Find(reference) as PersistentVolumeClaim;
        var known = claim is null ? null : scope.ClassOf(claim);
        var size = claim?.Capacity ?? claim?.Requested;
        var larger = Larger(size?.Value ?? usage.CapacityBytes, context);
        var fixedSize = known is { AllowsExpansion: false };
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = reference,
            Variant = fixedSize ? "fixed" : fill.ByInodes ? "inodes" : "",
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("percent", fill.Shown), new("used", Amount(usage.UsedBytes)), new("size", size?.Text ?? Amount(usage.CapacityBytes)), new("larger", larger), new("class", known?.Name ?? claim?.StorageClassName ?? "")]),
            Evidence =
            [
                new Evidence(reference, "usage (bytes)", $"{Amount(usage.UsedBytes)} / {Amount(usage.CapacityBytes)}") { At = usage.TakenAt },
                .. usage.Inodes is > 0 ? [new Evidence(reference, "usage (inodes)", string.Create(CultureInfo.InvariantCulture, $"{usage.InodesUsed} / {usage.Inodes}")) { At = usage.TakenAt }] : Array.Empty<Evidence>(),
                .. known is null ? [] : new[] { new Evidence(known.Ref, "allowVolumeExpansion", known.AllowsExpansion ? "true" : "false") },
                .. scope.UsersOf(reference).Take(1).Select(pod => new Evidence(pod.Ref, "spec.volumes[*].persistentVolumeClaim.claimName", reference.Name)),
            ],
            Action = fixedSize ? null : ActionIds.ExpandVolume,
            Command = fixedSize
                ? $"kubectl -n {reference.Namespace} get pvc {reference.Name} -o yaml"
                : $"kubectl -n {reference.Namespace} patch pvc {reference.Name} --type merge -p '{{\"spec\":{{\"resources\":{{\"requests\":{{\"storage\":\"{larger}\"}}}}}}}}'",
            Affected = scope.SufferingFrom(reference),
        };
    }

    private static string Amount(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Gibibyte:0.0}Gi");
}
