using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Storage;

namespace Bot.Core.Diagnosis.Rules.Storage;

/// <summary>A claim was bound and its volume is gone: the data cannot be reached through it any more.</summary>
internal sealed class ClaimLostRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.PvcLost, Severity.Warning.To(Severity.Critical), ["PersistentVolumeClaim", "PersistentVolume", "Event", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new ClaimScope(snapshot, context);
        foreach (var claim in snapshot.All<PersistentVolumeClaim>().Where(claim => claim.Phase == "Lost" && !claim.IsBeingDeleted))
        {
            var said = scope.Said(claim).FirstOrDefault(item => item.Reason is "ClaimLost" or "ClaimMisbound");
            var volume = new ObjectRef("PersistentVolume", "", claim.VolumeName);
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = scope.SeverityOf(claim.Ref),
                Subject = claim.Ref,
                Since = said?.FirstAt ?? said?.LastAt,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("volume", claim.VolumeName)]),
                Evidence =
                [
                    new Evidence(claim.Ref, "status.phase", claim.Phase),
                    new Evidence(claim.Ref, "spec.volumeName", claim.VolumeName),
                    .. snapshot.PresenceOf(volume) == Presence.Unknown ? [] : new[] { new Evidence(volume, "metadata", snapshot.PresenceOf(volume) == Presence.Absent ? "not found" : OwnerOf(snapshot.Find(volume))) },
                    .. said is null ? [] : new[] { new Evidence(claim.Ref, $"event {said.Reason}", said.Message) { At = said.LastAt } },
                ],
                Command = $"kubectl get pv {claim.VolumeName} -o yaml",
                Affected = scope.SufferingFrom(claim.Ref),
                PointsTo = [volume],
            };
        }
    }

    private static string OwnerOf(ClusterObject? volume) => volume is PersistentVolume found ? $"claimRef {found.ClaimNamespace}/{found.ClaimName}, phase {found.Phase}" : "";
}
