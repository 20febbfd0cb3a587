using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>cert-manager cannot issue or renew a certificate.</summary>
internal sealed class CertManagerNotReadyRule : IDiagnosticRule
{
    private const int ManyAttempts = 2;

    private static readonly (string Variant, string[] Words)[] Reasons =
    [
        ("rate-limit", ["rateLimited", "too many certificates", "429"]),
        ("issuer", ["Issuer not found", "issuer not found", "not found: issuer", "Referenced \"", "issuer not ready", "Issuer not ready", "not Ready"]),
        ("challenge", ["challenge", "authorization", "order", "DNS", "HTTP01", "acme"]),
    ];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.CertManagerNotReady, Severity.Warning.To(Severity.Critical), ["Certificate", "Event", "Ingress", "Gateway.gateway.networking.k8s.io", "Gateway.networking.istio.io"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var certificate in snapshot.All<Certificate>())
        {
            var ready = certificate.Conditions.FirstOrDefault(condition => condition.Type == "Ready");
            var failing = certificate.FailedIssuanceAttempts >= ManyAttempts;
            var waiting = ready is { IsFalse: true } && context.IsOlder(ready.LastTransitionAt ?? certificate.Metadata.CreatedAt, context.Thresholds.Network.CertificateNotReady);
            if (!certificate.IsBeingDeleted && (failing || waiting))
            {
                yield return Found(certificate, ready, snapshot, context);
            }
        }
    }

    private Finding Found(Certificate certificate, Condition? ready, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var issuing = certificate.Conditions.FirstOrDefault(condition => condition.Type == "Issuing");
        var said = snapshot.Events.Newest(certificate, context.Now, context.Thresholds.Events).FirstOrDefault(found => found.Type == "Warning");
        var words = string.Join('\n', new[] { issuing?.Message, said?.Message, ready?.Message });
        var users = CertificateUse.UsersOf(certificate, snapshot, context);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = users.Count > 0 && certificate.NotAfter - context.Now < context.Thresholds.Network.CertificateUrgent ? Severity.Critical : Severity.Warning,
            Subject = certificate.Ref,
            Variant = Reasons.FirstOrDefault(reason => reason.Words.Any(word => words.Contains(word, StringComparison.Ordinal))).Variant ?? "",
            Since = ready is { IsFalse: true } ? ready.LastTransitionAt : issuing?.LastTransitionAt ?? certificate.LastFailureAt,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("issuer", certificate.Issuer), new("issuerKind", certificate.IssuerKind), new("attempts", certificate.FailedIssuanceAttempts)]),
            Evidence =
            [
                .. new[] { ready, issuing }.OfType<Condition>().Where(condition => condition.Message.Length > 0)
                    .Select(condition => new Evidence(certificate.Ref, $"status.conditions[{condition.Type}].message", condition.Message) { At = condition.LastTransitionAt }),
                new Evidence(certificate.Ref, "status.failedIssuanceAttempts", certificate.FailedIssuanceAttempts.ToString(CultureInfo.InvariantCulture)) { At = certificate.LastFailureAt },
                .. said is null ? [] : new[] { new Evidence(certificate.Ref, $"event {said.Reason}", said.Message) { At = said.LastAt } },
            ],
            Command = $"kubectl -n {certificate.Namespace} get certificaterequests,orders,challenges",
            Affected = [.. users],
        };
    }
}
