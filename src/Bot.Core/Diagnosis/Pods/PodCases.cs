using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>
/// The faults of all containers of one snapshot at one moment. Some thirty rules ask the same question of the same pods: the answer is worked out once and
/// kept as long as the context lives. It depends on nothing but the two.
/// </summary>
internal sealed class PodCases
{
    private static readonly ConditionalWeakTable<DiagnosisContext, PodCases> Known = [];

    private readonly ILookup<PodFault, PodCase> cases;
    private readonly Lazy<ImmutableArray<Node>> nodes;
    private readonly Lazy<ImmutableArray<(Node Node, int Pods)>> fullNodes;
    private readonly Lazy<(Node Node, decimal Cpu, decimal Memory)?> largestRoom;

    private PodCases(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        Snapshot = snapshot;
        Context = context;
        Scope = new PodScope(snapshot, context);
        var classifier = new PodClassifier(snapshot, context);
        nodes = new(() => [.. snapshot.All<Node>().OrderBy(node => node.Name, StringComparer.Ordinal)]);
        fullNodes = new(() =>
        [
            .. Nodes.Select(node => (Node: node, Pods: snapshot.Pods.On(node.Name).Count(pod => !pod.IsFinished))).Where(pair => pair.Node.AllocatablePods?.Value is { } most && pair.Pods >= most),
        ]);
        largestRoom = new(() => RoomOnNodes.Largest(snapshot));
        cases = Scope.Pods.SelectMany(classifier.Of).ToLookup(found => found.Fault);
    }

    public ClusterSnapshot Snapshot { get; }

    public DiagnosisContext Context { get; }

    public PodScope Scope { get; }

    /// <summary>All nodes, by name.</summary>
    public ImmutableArray<Node> Nodes => nodes.Value;

    /// <summary>Nodes that run as many pods as they may.</summary>
    public ImmutableArray<(Node Node, int Pods)> FullNodes => fullNodes.Value;

    /// <summary>The node with most free memory and what it could still take.</summary>
    public (Node Node, decimal Cpu, decimal Memory)? LargestRoom => largestRoom.Value;

    public PodsThresholds Thresholds => Context.Thresholds.Pods;

    public static PodCases Of(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (Known.TryGetValue(context, out var known) && ReferenceEquals(known.Snapshot, snapshot))
        {
            return known;
        }

        var made = new PodCases(snapshot, context);
        Known.AddOrUpdate(context, made);
        return made;
    }

    public IEnumerable<PodCase> With(PodFault fault) => cases[fault];
}
