namespace Bot.Core.Remediation;

/// <summary>Ids of actions as the design's table writes them. Append only.</summary>
public static class ActionIds
{
    public const string Refresh = "refresh";
    public const string HardRefresh = "hard-refresh";
    public const string ClearOperation = "clear-operation";
    public const string GuardPrune = "guard-prune";
    public const string Sync = "sync";
}
