using Bot.Core.Clusters;

namespace Bot.Core.Remediation;

/// <summary>The only way in which the core touches a cluster. Implemented in Bot.Kubernetes; one per cluster.</summary>
public interface IClusterGateway
{
    string Cluster { get; }

    /// <summary>
    /// Sends the request once. Never repeated blindly: a lost connection after sending gives <see cref="WriteOutcome.Unknown"/>.
    /// The preconditions are inside the request (JSON Patch tests, delete preconditions), so the API server tests them atomically.
    /// </summary>
    Task<WriteResult> WriteAsync(ClusterRequest request, bool dryRun, CancellationToken cancellationToken);

    /// <summary>The object as it is now, as JSON text; null text when it is not there.</summary>
    Task<ReadResult> ReadAsync(ClusterRequest target, CancellationToken cancellationToken);
}
