using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Storage;

namespace Bot.Core.Diagnosis.Rules.Storage;

/// <summary>A claim waits for another reason than a missing class or a driver that refuses. Waiting for a first pod is a note only.</summary>
internal sealed class PendingClaimRule : IDiagnosticRule
{
    private const string SelectedNode = "volume.kubernetes.io/selected-node";
    private const string FirstConsumer = "WaitForFirstConsumer";
    private const int MostEvents = 2;

    private static readonly string[] Provisioner = ["volume.kubernetes.io/storage-provisioner", "volume.beta.kubernetes.io/storage-provisioner"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.PvcPending, Severity.Info.To(Severity.Warning), ["PersistentVolumeClaim", "StorageClass", "Event", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new ClaimScope(snapshot, context);
        foreach (var pending in scope.Pending.Where(found => found.Fault == ClaimFault.Waiting && context.IsOlder(found.Since, context.Thresholds.Storage.Pending)))
        {
            yield return Found(pending.Claim, pending.Since, scope);
        }
    }

    private Finding Found(PersistentVolumeClaim claim, DateTimeOffset? since, ClaimScope scope)
    {
        var said = scope.Said(claim).ToList();
        var known = scope.ClassOf(claim);
        var pods = scope.UsersOf(claim.Ref).ToList();
        var asked = Provisioner.Select(key => claim.Metadata.Annotations[key]).FirstOrDefault(name => name is { Length: > 0 });
        var waits = WaitsForPod(claim, known, said, pods);
        var variant = waits ? pods.Count == 0 ? "first-consumer" : "pod" : asked is not null ? "provisioner" : "";
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = variant == "first-consumer" ? Severity.Info : Severity.Warning,
            Subject = claim.Ref,
            Variant = variant,
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("class", known?.Name ?? claim.StorageClassName), new("provisioner", asked ?? known?.Provisioner ?? ""), new("pod", pods.Count > 0 ? pods[0].Name : ""), new("size", claim.Requested?.Text ?? "?"),
            ]),
            Evidence =
            [
                new Evidence(claim.Ref, "status.phase", claim.Phase) { At = since },
                .. said.Take(MostEvents).Select(item => new Evidence(claim.Ref, $"event {item.Reason}", item.Message) { At = item.LastAt }),
                .. known is null ? [] : new[] { new Evidence(known.Ref, "volumeBindingMode", known.BindingMode) },
                .. pods.Take(1).Select(pod => new Evidence(pod.Ref, "spec.volumes[*].persistentVolumeClaim.claimName", claim.Name)),
            ],
            Command = $"kubectl -n {claim.Namespace} describe pvc {claim.Name}",
            Affected = scope.SufferingFrom(claim.Ref),
            PointsTo = variant == "pod" ? [.. pods.Select(pod => pod.Ref)] : [],
        };
    }

    // The scheduler writes the node into the claim; from then on the driver is asked. A claim of which neither class nor pod is known may just as well wait for its first pod.
    private static bool WaitsForPod(PersistentVolumeClaim claim, StorageClass? known, List<Event> said, List<Pod> pods) =>
        claim.Metadata.Annotations[SelectedNode] is not { Length: > 0 }
        && (known?.BindingMode == FirstConsumer
            || said.Exists(item => item.Reason is FirstConsumer or "WaitForPodScheduled")
            || (known is null && claim.StorageClassName.Length > 0 && said.Count == 0 && pods.Count == 0));
}
