using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>What the rules about the end of a certificate share.</summary>
internal abstract class CertificateRule(string id) : IDiagnosticRule
{
    private const int MostUsers = 2;

    public RuleDescriptor Descriptor { get; } = new(
        id,
        Severity.Info.To(Severity.Critical),
        ["Certificate", "ProbeResult", "Ingress", "Gateway.gateway.networking.k8s.io", "Gateway.networking.istio.io", "HTTPRoute"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context) =>
        CertificateEnds.Soon(snapshot, context).Where(end => Speaks(end.NotAfter - context.Now)).Select(end => Found(end, context));

    /// <summary>Whether this rule is the one that speaks when so much time is left (less than nothing when it is over).</summary>
    protected abstract bool Speaks(TimeSpan left);

    protected abstract Severity SeverityOf(TimeSpan left, DiagnosisContext context);

    private Finding Found(CertificateEnd end, DiagnosisContext context)
    {
        var left = end.NotAfter - context.Now;
        var certificate = end.Certificate;
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = end.IsUnused ? Severity.Info : SeverityOf(left, context),
            Subject = end.Source.Ref,
            Variant = certificate is null ? "probe" : end.IsUnused ? "unused" : "",
            Since = left <= TimeSpan.Zero ? end.NotAfter : null,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("left", left.Duration()), new("host", end.Host), new("issuer", certificate?.Issuer ?? ""), new("attempts", certificate?.FailedIssuanceAttempts ?? 0)]),
            Evidence =
            [
                new Evidence(end.Source.Ref, certificate is null ? "spec.certificateNotAfter" : "status.notAfter", end.NotAfter.ToString("u", CultureInfo.InvariantCulture)) { At = end.NotAfter },
                .. certificate is null ? [new Evidence(end.Source.Ref, "spec.url", ((ProbeResult)end.Source).Url)] : OfIssuance(certificate),
                .. end.Users.Take(MostUsers).Select(user => new Evidence(user, "tls", certificate?.SecretName ?? end.Host)),
            ],
            Command = certificate is null
                ? $"openssl s_client -connect {end.Host}:443 -servername {end.Host} </dev/null | openssl x509 -noout -enddate -issuer"
                : $"kubectl -n {certificate.Namespace} describe certificate {certificate.Name}",
            Affected = end.Users,

            // Why it is not renewed stands in another finding about the same Certificate.
            PointsTo = certificate is null ? [] : [certificate.Ref],
        };
    }

    private static IEnumerable<Evidence> OfIssuance(Certificate certificate)
    {
        yield return new Evidence(certificate.Ref, "status.renewalTime", certificate.RenewalAt?.ToString("u", CultureInfo.InvariantCulture) ?? "-") { At = certificate.RenewalAt };
        if (certificate.FailedIssuanceAttempts > 0)
        {
            yield return new Evidence(certificate.Ref, "status.failedIssuanceAttempts", certificate.FailedIssuanceAttempts.ToString(CultureInfo.InvariantCulture)) { At = certificate.LastFailureAt };
        }
    }
}
