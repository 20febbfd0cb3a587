namespace Bot.Kubernetes.Client;

public enum WatchEventKind
{
    Added,
    Modified,

    /// <summary>Gone, or no longer selected: with a selector it carries the labels of before.</summary>
    Deleted,

    /// <summary>Nothing changed up to this resourceVersion: the view is current.</summary>
    Bookmark,

    /// <summary>The stream broke; the watch waits and resumes by itself. The view may be getting old.</summary>
    Interrupted,

    /// <summary>The version is too old or the stream cannot be trusted: list again, then watch anew. The jitter has been waited for. Last event.</summary>
    RelistNeeded,

    /// <summary>Waiting will not help: no right, no such kind, wrong credentials, our own mistake. Last event.</summary>
    Failed,
}
