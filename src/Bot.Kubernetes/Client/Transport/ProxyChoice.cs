using System.Net;
using Bot.Kubernetes.Client.Configuration;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>The proxy of the kubeconfig, else the one that the environment names (HTTPS_PROXY, NO_PROXY); never for loopback.</summary>
internal static class ProxyChoice
{
    public static Uri? For(ClusterConnection connection)
    {
        if (connection.Proxy is not null)
        {
            return connection.Proxy;
        }

        if (connection.Server.IsLoopback)
        {
            return null;
        }

        IWebProxy environment = HttpClient.DefaultProxy;
        var proxy = environment.IsBypassed(connection.Server) ? null : environment.GetProxy(connection.Server);
        return proxy == connection.Server ? null : proxy;
    }
}
