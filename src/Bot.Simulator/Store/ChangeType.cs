namespace Bot.Simulator.Store;

/// <summary>What happened to an object.</summary>
public enum ChangeType
{
    Added,
    Modified,
    Deleted,
}
