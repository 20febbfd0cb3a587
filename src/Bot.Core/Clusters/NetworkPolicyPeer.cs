namespace Bot.Core.Clusters;

/// <summary>Who a rule admits: pods (of the policy's own namespace unless namespaces are selected), or addresses.</summary>
public sealed record NetworkPolicyPeer(LabelSelector? Pods, LabelSelector? Namespaces, string Cidr);
