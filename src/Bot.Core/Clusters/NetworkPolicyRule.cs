using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>One thing that a NetworkPolicy admits. Without peers it admits everybody, without ports every port.</summary>
public sealed record NetworkPolicyRule(ImmutableArray<NetworkPolicyPeer> Peers, ImmutableArray<NetworkPolicyPort> Ports);
