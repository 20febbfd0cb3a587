using System.Collections.Frozen;

namespace Bot.Core.Remediation;

/// <summary>A fixed set of clusters.</summary>
public sealed class ActingClusters(IEnumerable<ActingCluster> connections) : IActingClusters
{
    private readonly FrozenDictionary<string, ActingCluster> byName = connections.ToFrozenDictionary(connection => connection.Gateway.Cluster, StringComparer.Ordinal);

    public ActingCluster? Find(string cluster) => byName.GetValueOrDefault(cluster);
}
