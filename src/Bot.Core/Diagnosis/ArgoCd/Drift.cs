using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>An Application that is OutOfSync: what differs, what is left over, and which of the reasons holds.</summary>
internal sealed class Drift
{
    private Drift(Application app, DiagnosisContext context)
    {
        App = app;
        var open = app.Resources.Where(resource => resource is { Status: "OutOfSync", IsHook: false }).ToList();
        Differing = [.. open.Where(resource => !resource.RequiresPruning)];
        Leftover = [.. open.Where(resource => resource.RequiresPruning)];
        Kind = KindOf(context);
    }

    public Application App { get; }

    /// <summary>What Git wants otherwise than the cluster has it.</summary>
    public ImmutableArray<ApplicationResource> Differing { get; }

    /// <summary>What Git no longer has.</summary>
    public ImmutableArray<ApplicationResource> Leftover { get; }

    public DriftKind Kind { get; }

    /// <summary>Auto-sync refused to delete everything, and no later sync succeeded.</summary>
    public ApplicationCondition? WipeGuard =>
        App.ConditionOf("SyncError") is { } condition
        && MessageClassifier.Classify(condition.Message) == MessagePattern.WipeGuard
        && !(App.OperationState is { Phase: "Succeeded", FinishedAt: { } end } && end > condition.LastTransitionAt)
            ? condition
            : null;

    /// <summary>The last operation synced the whole Application to the revision that Git has now.</summary>
    public bool IsThisCommitSynced =>
        App.OperationState is { Phase: "Succeeded", SyncResult: { } result, Operation: not ({ IsPartial: true } or { DryRun: true }) }
        && (App.SyncRevisions.Length > 0 ? result.Revisions.SequenceEqual(App.SyncRevisions) : App.SyncRevision.Length > 0 && result.Revision == App.SyncRevision);

    /// <summary>How often selfHeal has tried in a row.</summary>
    public long SelfHealAttempts => Math.Max(App.Operation?.SelfHealAttempts ?? 0, App.OperationState?.Operation?.SelfHealAttempts ?? 0);

    /// <summary>Null for all that are in sync, so that thousands cost nothing.</summary>
    public static Drift? Of(Application app, DiagnosisContext context) =>
        app is { SyncStatus: "OutOfSync", IsBeingDeleted: false, IsFrozen: false } ? new Drift(app, context) : null;

    public static string NameOf(ApplicationResource resource) => $"{resource.Kind}/{resource.Name}";

    private DriftKind KindOf(DiagnosisContext context)
    {
        if (WipeGuard is not null)
        {
            return DriftKind.WipeGuard;
        }

        if (App.OperationState is { Phase: "Failed" or "Error" } || App.Conditions.Any(condition => condition.Type is "SyncError" or "ComparisonError" or "InvalidSpecError" or "UnknownError"))
        {
            return DriftKind.None;
        }

        if (App is { IsAutomated: true, Automated.SelfHeal: true }
            && SelfHealAttempts >= context.Thresholds.ArgoCd.SelfHealAttempts
            && !context.IsOlder(App.OperationState?.StartedAt, context.Thresholds.ArgoCd.SelfHealRenewal))
        {
            return DriftKind.SelfHealLoop;
        }

        return App.Operation is not null || App.OperationState is { IsCompleted: false } ? DriftKind.None : Resting();
    }

    private DriftKind Resting()
    {
        if (Differing.IsEmpty && !Leftover.IsEmpty)
        {
            return IsThisCommitSynced || App is { IsAutomated: true, Automated.Prune: false } ? DriftKind.Leftovers : ByPolicy();
        }

        return IsThisCommitSynced && !Differing.IsEmpty ? DriftKind.PerpetualDiff : ByPolicy();
    }

    private DriftKind ByPolicy() => App.IsAutomated ? DriftKind.Window : WasNeverDeployed ? DriftKind.None : DriftKind.ByHand;

    private bool WasNeverDeployed => App is { HealthStatus: "Missing", OperationState: null, History.Length: 0 };
}
