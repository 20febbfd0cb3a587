using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Kubernetes.Client.Authentication;

/// <summary>A client certificate with its key and the intermediates that stand behind it in the file.</summary>
public sealed class ClientCertificate
{
    private ClientCertificate(X509Certificate2 leaf, SslStreamCertificateContext context)
    {
        Thumbprint = leaf.Thumbprint;
        NotAfter = new DateTimeOffset(leaf.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        Subject = leaf.Subject;
        Context = context;
    }

    public string Thumbprint { get; }

    public DateTimeOffset NotAfter { get; }

    public string Subject { get; }

    internal SslStreamCertificateContext Context { get; }

    public static ClientCertificate FromPem(string certificatePem, string keyPem)
    {
        var leaf = X509Certificate2.CreateFromPem(certificatePem, keyPem);
        if (OperatingSystem.IsWindows())
        {
            // Schannel does not take keys that live in memory only.
            leaf = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), password: null);
        }

        var all = new X509Certificate2Collection();
        all.ImportFromPem(certificatePem);
        var intermediates = new X509Certificate2Collection(all.Where(other => other.Thumbprint != leaf.Thumbprint).ToArray());
        return new ClientCertificate(leaf, SslStreamCertificateContext.Create(leaf, intermediates, offline: true));
    }

    public override string ToString() => $"client certificate {Subject}";
}
