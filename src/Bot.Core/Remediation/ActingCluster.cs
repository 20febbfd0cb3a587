using Bot.Core.Clusters;

namespace Bot.Core.Remediation;

/// <summary>The two doors to one cluster: writing through the gateway, seeing through the view.</summary>
public sealed record ActingCluster(IClusterGateway Gateway, IClusterView View);
