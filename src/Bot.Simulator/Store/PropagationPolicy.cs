namespace Bot.Simulator.Store;

/// <summary>What becomes of the objects that name the deleted one as owner.</summary>
public enum PropagationPolicy
{
    /// <summary>They are deleted after it.</summary>
    Background,

    /// <summary>They are deleted first; the owner waits for those that block it.</summary>
    Foreground,

    /// <summary>They stay and lose the reference.</summary>
    Orphan,
}
