namespace Bot.Core.Clusters;

/// <summary>A status condition. <c>Status</c> is <c>True</c>, <c>False</c> or <c>Unknown</c>.</summary>
public sealed record Condition(string Type, string Status, string Reason, string Message, DateTimeOffset? LastTransitionAt)
{
    public bool IsTrue => Status == "True";

    public bool IsFalse => Status == "False";
}
