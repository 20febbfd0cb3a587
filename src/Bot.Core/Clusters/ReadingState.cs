namespace Bot.Core.Clusters;

/// <summary>Whether a kind could be read. Only <see cref="Read"/> lets absence be concluded.</summary>
public enum ReadingState
{
    /// <summary>Nobody asked.</summary>
    NotRead,

    /// <summary>Listed in full for the namespaces named.</summary>
    Read,

    /// <summary>Objects are known, but the list is not complete (a dump, or a kind that is never complete).</summary>
    Partial,

    /// <summary>The API does not serve this kind: nothing of it can exist.</summary>
    NotInstalled,

    /// <summary>403: there may be objects, we may not see them.</summary>
    Forbidden,

    /// <summary>The server did not answer.</summary>
    Failed,
}
