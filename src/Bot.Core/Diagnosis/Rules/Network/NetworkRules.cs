using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>The rules about Services, Ingresses, routes, certificates and DNS, in the order in which they run.</summary>
internal static class NetworkRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } = [];
}
