using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>
/// Judges the server's certificate: only the given authorities count where some are given, else those of the system.
/// Remembers why it refused, because the handshake itself only says that it failed.
/// </summary>
internal sealed class ServerTrust(X509Certificate2Collection? authorities, TimeProvider clock)
{
    public TlsProblem Problem { get; private set; }

    public string Detail { get; private set; } = "";

    public bool Judge(X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 server)
        {
            return Refuse(TlsProblem.Handshake, "the server showed no certificate");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (now > server.NotAfter.ToUniversalTime())
        {
            return Refuse(TlsProblem.ServerCertificateExpired, $"{server.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC");
        }

        if (now < server.NotBefore.ToUniversalTime())
        {
            return Refuse(TlsProblem.ServerCertificateNotYetValid, $"{server.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm} UTC");
        }

        if (!IsTrusted(server, presented, errors, now, out var why))
        {
            return Refuse(TlsProblem.UnknownAuthority, why);
        }

        return !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) || Refuse(TlsProblem.NameMismatch, string.Join(", ", Names(server)));
    }

    private bool IsTrusted(X509Certificate2 server, X509Chain? presented, SslPolicyErrors errors, DateTime now, out string why)
    {
        why = server.Issuer;
        if (authorities is null)
        {
            return !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors);
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now;
        if (presented is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        }

        // An intermediate handed out as the authority is trusted as such, as Go does.
        chain.ChainPolicy.ExtraStore.AddRange(authorities);
        return chain.Build(server) || EndsInGivenIntermediate(chain);
    }

    private bool EndsInGivenIntermediate(X509Chain chain) =>
        chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.PartialChain)
        && chain.ChainElements.Skip(1).Any(element => authorities!.Any(given => given.RawDataMemory.Span.SequenceEqual(element.Certificate.RawDataMemory.Span)));

    private bool Refuse(TlsProblem problem, string detail)
    {
        Problem = problem;
        Detail = detail;
        return false;
    }

    private static IEnumerable<string> Names(X509Certificate2 server)
    {
        var names = server.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return names is null ? [server.Subject] : [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(address => address.ToString())];
    }
}
