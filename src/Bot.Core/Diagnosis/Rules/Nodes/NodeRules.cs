using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Nodes;

/// <summary>The rules about nodes, in the order in which they run.</summary>
internal static class NodeRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        new NotReadyRule(),
        new MemoryPressureRule(),
        new DiskPressureRule(),
        new PidPressureRule(),
        new NetworkUnavailableRule(),
        new CustomConditionRule(),
        new CordonedRule(),
    ];
}
