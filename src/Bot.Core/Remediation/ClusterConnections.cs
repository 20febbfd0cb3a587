using System.Collections.Frozen;

namespace Bot.Core.Remediation;

/// <summary>A fixed set of clusters.</summary>
public sealed class ClusterConnections(IEnumerable<ClusterConnection> connections) : IClusterConnections
{
    private readonly FrozenDictionary<string, ClusterConnection> byName = connections.ToFrozenDictionary(connection => connection.Gateway.Cluster, StringComparer.Ordinal);

    public ClusterConnection? Find(string cluster) => byName.GetValueOrDefault(cluster);
}
