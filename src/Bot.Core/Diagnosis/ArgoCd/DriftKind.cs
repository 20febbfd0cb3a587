namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Why an Application is OutOfSync and stays so. Exactly one holds.</summary>
internal enum DriftKind
{
    /// <summary>In sync, in motion, or told by a rule about operations, failures or comparisons.</summary>
    None,

    /// <summary>Auto-sync refuses to delete everything.</summary>
    WipeGuard,

    /// <summary>Two writers: selfHeal puts back what another one changes.</summary>
    SelfHealLoop,

    /// <summary>Only objects that left Git remain, and nothing prunes them.</summary>
    Leftovers,

    /// <summary>This very commit was synced and still differs.</summary>
    PerpetualDiff,

    /// <summary>A new commit waits for a sync window.</summary>
    Window,

    /// <summary>A person must sync.</summary>
    ByHand,
}
