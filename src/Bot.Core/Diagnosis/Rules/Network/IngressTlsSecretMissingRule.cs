using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>An Ingress names a Secret with its certificate, and the Secret is not there. Said only where Secrets may be looked at.</summary>
internal sealed class IngressTlsSecretMissingRule : IDiagnosticRule
{
    // A load balancer with a certificate of the cloud does not look at the Secret.
    private const string CloudCertificate = "alb.ingress.kubernetes.io/certificate-arn";

    public RuleDescriptor Descriptor { get; } = new(RuleIds.IngressTlsSecretMissing, Severity.Warning, ["Ingress", "Secret", "Certificate"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var ingress in snapshot.All<Ingress>())
        {
            if (ingress.TlsSecrets.IsEmpty
                || ingress.IsBeingDeleted
                || ingress.Metadata.Annotations.Contains(CloudCertificate)
                || ServicePods.IsYoung(ingress.Metadata.CreatedAt, context.Thresholds.Network.Ingress, context))
            {
                continue;
            }

            foreach (var secret in ingress.TlsSecrets.Distinct().Select(name => new ObjectRef("Secret", ingress.Namespace, name)))
            {
                var makers = snapshot.All<Certificate>().Where(certificate => certificate.Namespace == secret.Namespace && certificate.SecretName == secret.Name).ToList();
                if (snapshot.PresenceOf(secret) == Presence.Absent && !makers.Exists(maker => ServicePods.IsYoung(maker.Metadata.CreatedAt, context.Thresholds.Network.Issuing, context)))
                {
                    yield return Found(ingress, secret, makers);
                }
            }
        }
    }

    private Finding Found(Ingress ingress, ObjectRef secret, List<Certificate> makers) => new()
    {
        Rule = Descriptor.Id,
        Severity = Severity.Warning,
        Subject = ingress.Ref,
        Variant = makers.Count > 0 ? "issued" : "",
        Since = ingress.Metadata.CreatedAt,
        Facts = ImmutableDictionary.CreateRange<string, object>([new("secret", secret.Name)]),
        Evidence =
        [
            new Evidence(ingress.Ref, "spec.tls[*].secretName", secret.Name),
            new Evidence(secret, "metadata", "not found"),
            .. makers.Take(1).SelectMany(maker => maker.Conditions.Where(condition => condition.Type == "Ready").Select(condition => new Evidence(maker.Ref, "status.conditions[Ready].message", condition.Message) { At = condition.LastTransitionAt })),
        ],
        Command = makers.Count > 0 ? $"kubectl -n {ingress.Namespace} describe certificate {makers[0].Name}" : $"kubectl -n {ingress.Namespace} get secret {secret.Name}",
        Affected = [secret],
        PointsTo = [secret, .. makers.Select(maker => maker.Ref)],
    };
}
