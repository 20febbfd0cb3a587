using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>The rules about workloads, autoscalers and disruption budgets, in the order in which they run.</summary>
internal static class WorkloadRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } = [];
}
