using System.Collections.Frozen;

namespace Bot.Core.Remediation;

/// <summary>The tier of every action: the one place where the design's binding table stands in code.</summary>
public static class ActionTiers
{
    private static readonly FrozenDictionary<string, RiskTier> Tiers = new Dictionary<string, RiskTier>(StringComparer.Ordinal)
    {
        [ActionIds.Refresh] = RiskTier.R0,
        [ActionIds.HardRefresh] = RiskTier.R1,
        [ActionIds.DeleteFinishedJob] = RiskTier.R1,
        [ActionIds.RunCronJobNow] = RiskTier.R1,
        [ActionIds.Acknowledge] = RiskTier.R1,
        [ActionIds.Silence] = RiskTier.R1,
        [ActionIds.ClearOperation] = RiskTier.R2,
        [ActionIds.Sync] = RiskTier.R2,
        [ActionIds.PartialSync] = RiskTier.R2,
        [ActionIds.PauseAutoSync] = RiskTier.R2,
        [ActionIds.ResumeAutoSync] = RiskTier.R2,
        [ActionIds.Restart] = RiskTier.R2,
        [ActionIds.Scale] = RiskTier.R2,
        [ActionIds.HpaBounds] = RiskTier.R2,
        [ActionIds.RaiseMemory] = RiskTier.R2,
        [ActionIds.SetParallelism] = RiskTier.R2,
        [ActionIds.ExpandVolume] = RiskTier.R2,
        [ActionIds.RolloutPromote] = RiskTier.R2,
        [ActionIds.RolloutAbort] = RiskTier.R2,
        [ActionIds.RolloutRetry] = RiskTier.R2,
        [ActionIds.RolloutUndo] = RiskTier.R2,
        [ActionIds.DeletePod] = RiskTier.R2,
        [ActionIds.Cordon] = RiskTier.R2,
        [ActionIds.Uncordon] = RiskTier.R2,
        [ActionIds.GuardPrune] = RiskTier.R2,
        [ActionIds.SyncPrune] = RiskTier.R3,
        [ActionIds.Rollback] = RiskTier.R3,
        [ActionIds.SetImage] = RiskTier.R3,
        [ActionIds.RemoveAppFinalizers] = RiskTier.R3,
        [ActionIds.RemoveFinalizer] = RiskTier.R3,
        [ActionIds.FinalizeNamespace] = RiskTier.R3,
        [ActionIds.DeleteSecret] = RiskTier.R3,
        [ActionIds.ForceDeletePod] = RiskTier.R3,
        [ActionIds.ExcludeSelf] = RiskTier.R3,
        [ActionIds.EmergencyPatch] = RiskTier.R3,
    }.ToFrozenDictionary();

    public static IEnumerable<string> Ids => Tiers.Keys;

    /// <summary>What is not in the table is never offered.</summary>
    public static RiskTier Of(string actionId) => Tiers.GetValueOrDefault(actionId, RiskTier.R4);
}
