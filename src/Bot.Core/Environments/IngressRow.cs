using System.Collections.Immutable;

namespace Bot.Core.Environments;

/// <summary>A way in from outside: an Ingress, a Gateway or a Service of type LoadBalancer, with its addresses as people type them and what stands behind. No load balancer yet: <c>LoadBalancers</c> is empty.</summary>
public sealed record IngressRow(string Kind, string Namespace, string Name, ImmutableArray<string> Urls, ImmutableArray<string> LoadBalancers);
