using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class NetworkPolicyReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        var types = spec.At("policyTypes"u8).Texts();
        var egress = Rules(spec.At("egress"u8), "to"u8);
        return new NetworkPolicy
        {
            Metadata = metadata,
            PodSelector = LabelSelectorReader.Read(spec.At("podSelector"u8)),
            LimitsIngress = types.IsEmpty || types.Contains("Ingress"),
            LimitsEgress = types.IsEmpty ? !egress.IsEmpty : types.Contains("Egress"),
            Ingress = Rules(spec.At("ingress"u8), "from"u8),
            Egress = egress,
        };
    }

    private static ImmutableArray<NetworkPolicyRule> Rules(JsonElement rules, ReadOnlySpan<byte> peers)
    {
        var read = ImmutableArray.CreateBuilder<NetworkPolicyRule>();
        foreach (var rule in rules.Items())
        {
            read.Add(new NetworkPolicyRule(rule.At(peers).Each(Peer), rule.At("ports"u8).Each(Port)));
        }

        return read.ToImmutable();
    }

    private static NetworkPolicyPeer Peer(JsonElement peer) => new(
        LabelSelectorReader.Read(peer.At("podSelector"u8)),
        LabelSelectorReader.Read(peer.At("namespaceSelector"u8)),
        peer.At("ipBlock"u8, "cidr"u8).Text());

    private static NetworkPolicyPort Port(JsonElement port) => new(
        port.At("port"u8).Text(),
        port.At("endPort"u8).Int(),
        port.At("protocol"u8).Text() is { Length: > 0 } protocol ? protocol : "TCP");
}
