using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>Certificates that end within the warning time, each once: what cert-manager says of a host that a probe asks too is not said twice.</summary>
internal static class CertificateEnds
{
    public static List<CertificateEnd> Soon(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var known = snapshot.All<Certificate>().Where(certificate => IsDue(certificate, context)).Select(certificate => Of(certificate, snapshot, context)).ToList();
        var told = known.SelectMany(end => end.Certificate!.DnsNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var probed = snapshot.All<ProbeResult>()
            .Where(probe => probe.CertificateNotAfter is { } end && end - context.Now < context.Thresholds.Network.CertificateSoon)
            .Select(probe => (Probe: probe, Host: Uri.TryCreate(probe.Url, UriKind.Absolute, out var url) ? url.Host : probe.Url))
            .Where(pair => !Covers(told, pair.Host))
            .GroupBy(pair => pair.Host, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.OrderBy(pair => pair.Probe.CertificateNotAfter).ThenBy(pair => pair.Probe.Name, StringComparer.Ordinal).First())
            .Select(pair => new CertificateEnd(pair.Probe, pair.Probe.CertificateNotAfter!.Value, pair.Host, IsUnused: false, Serving(pair.Host, snapshot)));
        return [.. known, .. probed];
    }

    private static bool IsDue(Certificate certificate, DiagnosisContext context)
    {
        if (certificate.NotAfter is not { } end || certificate.IsBeingDeleted || end - context.Now >= context.Thresholds.Network.CertificateSoon)
        {
            return false;
        }

        var limits = context.Thresholds.Network;
        var waits = certificate.RenewalAt is { } renewal && renewal > context.Now;
        var isShort = certificate.NotBefore is { } start && end - start <= limits.CertificateSoon;
        return !waits || !(isShort || end - context.Now > limits.CertificateRenewal);
    }

    private static CertificateEnd Of(Certificate certificate, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var users = CertificateUse.UsersOf(certificate, snapshot, context);
        return new CertificateEnd(certificate, certificate.NotAfter!.Value, certificate.DnsNames.FirstOrDefault(certificate.Name), CertificateUse.IsUnused(users, snapshot), [.. users]);
    }

    private static bool Covers(HashSet<string> names, string host) =>
        names.Contains(host) || (host.IndexOf('.') is > 0 and var dot && names.Contains(string.Concat("*", host.AsSpan(dot))));

    private static ImmutableArray<ObjectRef> Serving(string host, ClusterSnapshot snapshot) =>
    [
        .. snapshot.All<Ingress>().Where(ingress => ingress.TlsHosts.Concat(ingress.Paths.Select(path => path.Host)).Contains(host, StringComparer.OrdinalIgnoreCase)).Select(ingress => ingress.Ref),
        .. snapshot.All<HttpRoute>().Where(route => route.Hostnames.Contains(host)).SelectMany(route => route.Gateways).Distinct(),
    ];
}
