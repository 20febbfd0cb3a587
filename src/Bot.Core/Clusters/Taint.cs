namespace Bot.Core.Clusters;

public sealed record Taint(string Key, string Value, string Effect)
{
    /// <summary><c>timeAdded</c>, which the node controller writes for its own taints.</summary>
    public DateTimeOffset? AddedAt { get; init; }
}
