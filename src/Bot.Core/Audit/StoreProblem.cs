namespace Bot.Core.Audit;

/// <summary>Why the store cannot be used.</summary>
public enum StoreProblem
{
    /// <summary>There is no store where it was looked for.</summary>
    Missing,

    /// <summary>Another process holds it.</summary>
    Locked,

    /// <summary>No space left.</summary>
    Full,

    /// <summary>It is not a database, or a damaged one.</summary>
    Corrupt,

    /// <summary>A newer program made it.</summary>
    NewerSchema,

    /// <summary>An older program made it, and it was opened for reading only.</summary>
    OlderSchema,

    /// <summary>The file or its folder may not be read or written.</summary>
    NotPermitted,

    /// <summary>Anything else; the message has the database's words.</summary>
    Failed,
}
