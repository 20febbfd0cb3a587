using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Nodes;

namespace Bot.Core.Diagnosis.Rules.Nodes;

/// <summary>The network of a node was not set up: pods there get no route. A node that is not Ready for want of its network is explained by it.</summary>
internal sealed class NetworkUnavailableRule() : NodeConditionRule(RuleIds.NodeNetworkUnavailable, "NetworkUnavailable", Severity.Critical)
{
    protected override IEnumerable<ObjectRef> Explained(Node node, ImmutableArray<Pod> evicted) =>
        base.Explained(node, evicted).Concat(NotReadyRule.IsNetwork(node.ConditionOf("Ready")) ? [node.Ref] : []);
}
