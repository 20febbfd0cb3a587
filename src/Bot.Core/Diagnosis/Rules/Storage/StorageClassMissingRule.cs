using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Storage;

namespace Bot.Core.Diagnosis.Rules.Storage;

/// <summary>A claim names a StorageClass that does not exist: nobody will ever make its volume.</summary>
internal sealed class StorageClassMissingRule : IDiagnosticRule
{
    private const int MostClasses = 8;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.PvcStorageclassMissing, Severity.Warning.To(Severity.Critical), ["PersistentVolumeClaim", "StorageClass", "PersistentVolume", "Event", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new ClaimScope(snapshot, context);
        foreach (var (claim, _, said, _, since) in scope.Pending.Where(found => found.Fault == ClaimFault.ClassMissing && context.IsOlder(found.Since, context.Thresholds.Storage.ClassMissing)))
        {
            var classes = snapshot.All<StorageClass>().Select(found => found.Name).Order(StringComparer.Ordinal).ToList();
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = scope.SeverityOf(claim.Ref),
                Subject = claim.Ref,
                Since = since,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("class", claim.StorageClassName), new("classes", classes.Count)]),
                Evidence =
                [
                    new Evidence(claim.Ref, "spec.storageClassName", claim.StorageClassName),
                    new Evidence(claim.Ref, "status.phase", claim.Phase) { At = since },
                    .. said is null ? [] : new[] { new Evidence(claim.Ref, $"event {said.Reason}", said.Message) { At = said.LastAt } },
                    .. snapshot.IsRead("StorageClass") ? [new Evidence(new ObjectRef("StorageClass", "", claim.StorageClassName), "existing classes", classes.Count == 0 ? "-" : string.Join(", ", classes.Take(MostClasses)))] : Array.Empty<Evidence>(),
                ],
                Command = "kubectl get storageclass",
                Affected = scope.SufferingFrom(claim.Ref),
            };
        }
    }
}
