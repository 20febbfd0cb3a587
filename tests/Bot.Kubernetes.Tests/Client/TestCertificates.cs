using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Kubernetes.Tests.Client;

/// <summary>A small authority that signs what a test needs.</summary>
internal sealed class TestCertificates : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 30, 0, TimeSpan.Zero);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestCertificates(string name = "test authority")
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        Authority = request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(5));
    }

    public X509Certificate2 Authority { get; }

    public X509Certificate2Collection Trust => [Authority];

    public X509Certificate2 Server(string? dnsName = null, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (dnsName is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(dnsName);
        }

        return Sign("CN=kube-apiserver", names.Build(), from ?? Now.AddDays(-2), until ?? Now.AddDays(30));
    }

    public (string Certificate, string Key) Client(string subject, DateTimeOffset until)
    {
        using var signed = Sign($"CN={subject}", names: null, Now.AddDays(-100), until);
        return (signed.ExportCertificatePem(), signed.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        Authority.Dispose();
        key.Dispose();
    }

    private X509Certificate2 Sign(string subject, X509Extension? names, DateTimeOffset from, DateTimeOffset until)
    {
        var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, own, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        if (names is not null)
        {
            request.CertificateExtensions.Add(names);
        }

        return request.Create(Authority, from, until, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(own);
    }
}
