namespace Bot.Core.Clusters;

/// <summary>Whether an object is there. Unknown is never treated as absent.</summary>
public enum Presence
{
    Unknown,
    Present,
    Absent,
}
