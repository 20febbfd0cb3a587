namespace Bot.Simulator.Store;

/// <summary>One committed write.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Object">The new state; for a deletion the last state under the revision of the deletion.</param>
/// <param name="Previous">The state before; null for a creation.</param>
public sealed record ObjectChange(ChangeType Type, StoredObject Object, StoredObject? Previous)
{
    /// <summary>The place of the write in the history of the store.</summary>
    public long Revision => Object.Revision;
}
