using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>
/// Whether NetworkPolicies let one pod reach another. What cannot be judged from the snapshot (addresses instead of pods,
/// labels of a namespace that was not read) counts as admitted.
/// </summary>
internal sealed class PolicyVerdicts(ClusterSnapshot snapshot)
{
    private const string NameLabel = "kubernetes.io/metadata.name";

    private readonly ILookup<string, NetworkPolicy> policies = snapshot.All<NetworkPolicy>().ToLookup(policy => policy.Namespace);

    /// <summary>The policies that isolate one of the two while none admits the traffic; empty when it may pass, or nobody knows.</summary>
    public ImmutableArray<NetworkPolicy> Refusing(Pod client, Pod target, int port)
    {
        if (!IsKnown(target.Namespace) || !IsKnown(client.Namespace) || client.HostNetwork || target.HostNetwork)
        {
            return [];
        }

        ImmutableArray<NetworkPolicy> into = [.. policies[target.Namespace].Where(policy => policy.LimitsIngress && policy.Selects(target))];
        if (!into.IsEmpty && !into.Any(policy => Admits(policy.Ingress, policy, client, target, port)))
        {
            return into;
        }

        ImmutableArray<NetworkPolicy> outOf = [.. policies[client.Namespace].Where(policy => policy.LimitsEgress && policy.Selects(client))];
        return !outOf.IsEmpty && !outOf.Any(policy => Admits(policy.Egress, policy, target, target, port)) ? outOf : [];
    }

    private bool IsKnown(string @namespace) => snapshot.ReadingOf("NetworkPolicy").IsCompleteFor(@namespace);

    private bool Admits(ImmutableArray<NetworkPolicyRule> rules, NetworkPolicy policy, Pod peer, Pod target, int port) =>
        rules.Any(rule => (rule.Ports.IsEmpty || rule.Ports.Any(known => Fits(known, target, port))) && (rule.Peers.IsEmpty || rule.Peers.Any(known => Fits(known, policy, peer))));

    private static bool Fits(NetworkPolicyPort known, Pod target, int port) =>
        known.Protocol == "TCP"
        && (known.Port.Length == 0
            || (int.TryParse(known.Port, CultureInfo.InvariantCulture, out var first) ? port >= first && port <= Math.Max(first, known.EndPort) : ServicePods.NumberOf(known.Port, target) == port));

    private bool Fits(NetworkPolicyPeer known, NetworkPolicy policy, Pod peer) =>
        known.Cidr.Length > 0
        || ((known.Namespaces is { } namespaces ? FitsNamespace(namespaces, peer.Namespace) : peer.Namespace == policy.Namespace)
            && (known.Pods is not { } pods || pods.Matches(peer.Metadata.Labels)));

    private bool FitsNamespace(LabelSelector selector, string name) =>
        snapshot.Find(new ObjectRef("Namespace", "", name)) is Namespace found
            ? selector.Matches(found.Metadata.Labels)
            : selector.MatchLabels[NameLabel] is not { } wanted || wanted == name;
}
