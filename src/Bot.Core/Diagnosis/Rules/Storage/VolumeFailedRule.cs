using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Storage;

namespace Bot.Core.Diagnosis.Rules.Storage;

/// <summary>A volume could not be reclaimed. One that is kept on purpose after its claim went (Retain) is a note.</summary>
internal sealed class VolumeFailedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.PvFailed, Severity.Info.To(Severity.Critical), ["PersistentVolume", "PersistentVolumeClaim", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new ClaimScope(snapshot, context);
        foreach (var volume in snapshot.All<PersistentVolume>())
        {
            var failed = volume.Phase == "Failed";
            if (!failed && volume is not { Phase: "Released", ReclaimPolicy: "Retain", IsBeingDeleted: false })
            {
                continue;
            }

            var claim = new ObjectRef("PersistentVolumeClaim", volume.ClaimNamespace, volume.ClaimName);
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = failed ? scope.SeverityOf(claim) : Severity.Info,
                Subject = volume.Ref,
                Variant = failed ? "" : "released",
                Since = volume.PhaseSince,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("claim", volume.ClaimName), new("claimNamespace", volume.ClaimNamespace), new("size", volume.Capacity?.Text ?? "?"), new("policy", volume.ReclaimPolicy)]),
                Evidence =
                [
                    new Evidence(volume.Ref, "status.phase", volume.Phase) { At = volume.PhaseSince },
                    .. volume.Message.Length == 0 ? [] : new[] { new Evidence(volume.Ref, "status.message", volume.Message) },
                    new Evidence(volume.Ref, "spec.claimRef", $"{volume.ClaimNamespace}/{volume.ClaimName}"),
                    new Evidence(volume.Ref, "spec.persistentVolumeReclaimPolicy", volume.ReclaimPolicy),
                ],
                Command = $"kubectl describe pv {volume.Name}",
                Affected = failed ? scope.SufferingFrom(claim) : [],
            };
        }
    }
}
