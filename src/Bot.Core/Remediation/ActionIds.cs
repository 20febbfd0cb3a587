namespace Bot.Core.Remediation;

/// <summary>Ids of actions as the design's table writes them. Append only.</summary>
public static class ActionIds
{
    public const string Refresh = "refresh";
    public const string HardRefresh = "hard-refresh";
    public const string ClearOperation = "clear-operation";
    public const string GuardPrune = "guard-prune";
    public const string Sync = "sync";
    public const string DeleteFinishedJob = "delete-finished-job";
    public const string RunCronJobNow = "run-cronjob-now";
    public const string PartialSync = "partial-sync";
    public const string PauseAutoSync = "pause-auto-sync";
    public const string ResumeAutoSync = "resume-auto-sync";
    public const string Restart = "restart";
    public const string Scale = "scale";
    public const string HpaBounds = "hpa-bounds";
    public const string RaiseMemory = "raise-memory";
    public const string SetParallelism = "set-parallelism";
    public const string ExpandVolume = "expand-volume";
    public const string RolloutPromote = "rollout-promote";
    public const string RolloutAbort = "rollout-abort";
    public const string RolloutRetry = "rollout-retry";
    public const string RolloutUndo = "rollout-undo";
    public const string DeletePod = "delete-pod";
    public const string Cordon = "cordon";
    public const string Uncordon = "uncordon";
    public const string SyncPrune = "sync-prune";
    public const string Rollback = "rollback";
    public const string SetImage = "set-image";
    public const string RemoveAppFinalizers = "remove-app-finalizers";
    public const string RemoveFinalizer = "remove-finalizer";
    public const string FinalizeNamespace = "finalize-namespace";
    public const string DeleteSecret = "delete-secret";
    public const string ForceDeletePod = "force-delete-pod";
    public const string ExcludeSelf = "exclude-self";
    public const string EmergencyPatch = "emergency-patch";
    public const string Acknowledge = "ack";
    public const string Silence = "silence";
}
