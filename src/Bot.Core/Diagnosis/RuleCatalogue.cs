using System.Collections.Immutable;

namespace Bot.Core.Diagnosis;

/// <summary>Every rule, in the order in which they run. A new rule is one file and one line here.</summary>
public static class RuleCatalogue
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
    ];

    /// <summary>The rule of an id, or null when there is none.</summary>
    public static IDiagnosticRule? Find(string id) => All.FirstOrDefault(rule => rule.Descriptor.Id == id);
}
