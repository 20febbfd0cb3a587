using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Storage;

namespace Bot.Core.Diagnosis.Rules.Storage;

/// <summary>The storage driver was asked for a volume and refuses again and again.</summary>
internal sealed class ProvisioningFailedRule : IDiagnosticRule
{
    private static readonly string[] Denied = ["403", "Unauthorized", "AccessDenied", "not authorized", "forbidden", "PermissionDenied"];
    private static readonly string[] Full = ["LimitExceeded", "QuotaExceeded", "quota", "InsufficientCapacity", "ResourceExhausted", "limit"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.PvcProvisioningFailed, Severity.Warning.To(Severity.Critical), ["PersistentVolumeClaim", "Event", "StorageClass", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new ClaimScope(snapshot, context);
        foreach (var (claim, _, said, refusals, since) in scope.Pending.Where(found => found.Fault == ClaimFault.Refused && context.IsOlder(found.Since, context.Thresholds.Storage.Provisioning)))
        {
            var known = scope.ClassOf(claim);
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = scope.SeverityOf(claim.Ref),
                Subject = claim.Ref,
                Variant = Says(said!, Denied) ? "denied" : Says(said!, Full) ? "limit" : "",
                Since = since,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("refusals", refusals), new("class", known?.Name ?? claim.StorageClassName), new("size", claim.Requested?.Text ?? "?")]),
                Evidence =
                [
                    new Evidence(claim.Ref, $"event {said!.Reason}", said.Message) { At = said.LastAt },
                    new Evidence(claim.Ref, "events (count)", refusals.ToString(CultureInfo.InvariantCulture)) { At = since },
                    new Evidence(claim.Ref, "status.phase", claim.Phase),
                    .. known is null ? [] : new[] { new Evidence(known.Ref, "provisioner", known.Provisioner) },
                ],
                Command = $"kubectl -n {claim.Namespace} describe pvc {claim.Name}",
                Affected = scope.SufferingFrom(claim.Ref),
            };
        }
    }

    private static bool Says(Event item, string[] words) => words.Any(word => item.Message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
