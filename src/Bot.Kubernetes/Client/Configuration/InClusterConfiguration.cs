using System.Net;
using System.Net.Sockets;
using Bot.Kubernetes.Client.Authentication;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>The service account of the pod that we run in; its token is renewed by the kubelet and read again.</summary>
public sealed class InClusterConfiguration(TimeProvider clock, Func<string, string?> environment, string folder = InClusterConfiguration.ServiceAccountFolder)
{
    public const string ServiceAccountFolder = "/var/run/secrets/kubernetes.io/serviceaccount";

    public ApiResult<ClusterConnection> Load()
    {
        try
        {
            return Read();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ConfigurationFailures.FileUnreadable(folder, "serviceaccount", problem.Message);
        }
    }

    private ApiResult<ClusterConnection> Read()
    {
        if (environment("KUBERNETES_SERVICE_HOST") is not { Length: > 0 } host || environment("KUBERNETES_SERVICE_PORT") is not { Length: > 0 } port)
        {
            return ConfigurationFailures.NotInCluster("KUBERNETES_SERVICE_HOST");
        }

        var token = Path.Combine(folder, "token");
        var authority = Path.Combine(folder, "ca.crt");
        if (!File.Exists(token) || !File.Exists(authority))
        {
            return ConfigurationFailures.NotInCluster(File.Exists(token) ? authority : token);
        }

        var authorities = PemFiles.Authorities(File.ReadAllText(authority), authority);
        if (!authorities.IsSuccess)
        {
            return authorities.Failure;
        }

        var isV6 = IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        var namespaceFile = Path.Combine(folder, "namespace");
        return new ClusterConnection
        {
            Server = new Uri($"https://{(isV6 ? $"[{host}]" : host)}:{port}"),
            Source = "service account",
            Namespace = File.Exists(namespaceFile) ? File.ReadAllText(namespaceFile).Trim() : "",
            Credentials = new TokenFileCredentialSource(token, fallbackToken: null, certificate: null, clock),
            Authorities = authorities.Value,
        };
    }
}
