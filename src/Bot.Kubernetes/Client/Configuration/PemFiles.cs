using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bot.Kubernetes.Client.Authentication;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>Certificates and keys of a section: inline base64 wins over a file, as with kubectl.</summary>
internal static class PemFiles
{
    public static ApiResult<X509Certificate2Collection?> Authorities(KubeconfigSection cluster)
    {
        var pem = Read(cluster, "certificate-authority");
        if (!pem.IsSuccess)
        {
            return pem.Failure;
        }

        return pem.Value is null ? (X509Certificate2Collection?)null : Authorities(pem.Value, cluster.File);
    }

    public static ApiResult<X509Certificate2Collection?> Authorities(string pem, string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException problem)
        {
            return ConfigurationFailures.BadCertificate("certificate-authority", file, problem.Message);
        }

        return authorities.Count > 0
            ? authorities
            : ConfigurationFailures.BadCertificate("certificate-authority", file, "no PEM certificate in it");
    }

    public static ApiResult<ClientCertificate?> ClientCertificate(KubeconfigSection user)
    {
        var certificate = Read(user, "client-certificate");
        var key = Read(user, "client-key");
        if (!certificate.IsSuccess || !key.IsSuccess)
        {
            return (certificate.Failure ?? key.Failure)!;
        }

        if (certificate.Value is null && key.Value is null)
        {
            return (ClientCertificate?)null;
        }

        try
        {
            return Authentication.ClientCertificate.FromPem(certificate.Value ?? "", key.Value ?? "");
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            return ConfigurationFailures.BadCertificate("client-certificate", user.File, problem.Message);
        }
    }

    public static ApiResult<string?> Read(KubeconfigSection section, string key)
    {
        if (section.Text(key + "-data") is { } data)
        {
            try
            {
                return Encoding.UTF8.GetString(Convert.FromBase64String(data));
            }
            catch (FormatException problem)
            {
                return ConfigurationFailures.BadCertificate(key + "-data", section.File, problem.Message);
            }
        }

        if (section.FilePath(key) is not { } file)
        {
            return (string?)null;
        }

        try
        {
            return System.IO.File.ReadAllText(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ConfigurationFailures.FileUnreadable(file, key, problem.Message);
        }
    }
}
