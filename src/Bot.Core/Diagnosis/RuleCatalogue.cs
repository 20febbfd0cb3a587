using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Core.Diagnosis.Rules.Mesh;
using Bot.Core.Diagnosis.Rules.Network;
using Bot.Core.Diagnosis.Rules.Nodes;
using Bot.Core.Diagnosis.Rules.Platform;
using Bot.Core.Diagnosis.Rules.Pods;
using Bot.Core.Diagnosis.Rules.Storage;
using Bot.Core.Diagnosis.Rules.Workloads;

namespace Bot.Core.Diagnosis;

/// <summary>Every rule, in the order in which they run. A new rule is one file and one line in the list of its folder.</summary>
public static class RuleCatalogue
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        .. ArgoCdRules.All,
        .. PodRules.All,
        .. WorkloadRules.All,
        .. NetworkRules.All,
        .. MeshRules.All,
        .. StorageRules.All,
        .. NodeRules.All,
        .. PlatformRules.All,
    ];

    private static readonly FrozenDictionary<string, IDiagnosticRule> ById = All.ToFrozenDictionary(rule => rule.Descriptor.Id);

    /// <summary>The rule of an id, or null when there is none.</summary>
    public static IDiagnosticRule? Find(string id) => ById.GetValueOrDefault(id);
}
