using System.Collections.Immutable;
using Bot.Core.Remediation.Actions;

namespace Bot.Core.Remediation;

/// <summary>Every action that is built, listed by hand.</summary>
public static class RemediationActions
{
    public static ImmutableArray<IRemediationAction> All { get; } =
    [
        new RefreshApplicationAction(),
        new HardRefreshApplicationAction(),
        new ClearOperationAction(),
        new GuardPruneAction(),
        new SyncApplicationAction(),
    ];

    /// <summary>Null for an id that is not built.</summary>
    public static IRemediationAction? Find(string actionId) => All.FirstOrDefault(action => action.Id == actionId);
}
