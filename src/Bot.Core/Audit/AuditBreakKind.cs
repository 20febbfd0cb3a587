namespace Bot.Core.Audit;

/// <summary>How a chain is broken.</summary>
public enum AuditBreakKind
{
    /// <summary>The record's content, place or hash is not what was written.</summary>
    Altered,

    /// <summary>A record is not there although later ones are.</summary>
    Missing,

    /// <summary>A record stands where another one was.</summary>
    Reordered,

    /// <summary>The last records are not there: the head counts more.</summary>
    TailCut,

    /// <summary>There are more records than the head counts, or the head names another last hash.</summary>
    HeadMismatch,
}
