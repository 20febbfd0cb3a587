using System.Security.Cryptography;
using Bot.Configuration;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Configuration;
using Microsoft.Extensions.Logging;

namespace Bot.Clusters;

/// <summary>Makes clients for clusters as they are configured or named on the command line.</summary>
public sealed class ClusterDoor(TimeProvider clock, ILoggerFactory loggers, bool allowPrompts)
{
    /// <summary>How a client is to be made; a fault of the kubeconfig is found here, before anything is sent.</summary>
    public ApiResult<ClusterConnection> Find(ClusterOptions options) => options.InCluster
        ? new InClusterConfiguration(clock, Environment.GetEnvironmentVariable).Load()
        : new KubeconfigLoader(clock, KubeconfigEnvironment.FromProcess(allowPrompts)).Load(NotEmpty(options.Kubeconfig), NotEmpty(options.Context));

    public KubernetesClient Open(ClusterConnection connection) => new(connection, clock, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)), loggers.CreateLogger<KubernetesClient>());

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
