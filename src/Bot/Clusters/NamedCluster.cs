using Bot.Configuration;

namespace Bot.Clusters;

/// <summary>A cluster to look at: the name that findings bear, and how to reach it.</summary>
public sealed record NamedCluster(string Name, ClusterOptions Options);
