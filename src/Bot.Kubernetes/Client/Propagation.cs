namespace Bot.Kubernetes.Client;

/// <summary>What becomes of the objects that the deleted one owns.</summary>
public enum Propagation
{
    /// <summary>What the kind does by itself.</summary>
    Default,
    Background,
    Foreground,
    Orphan,
}
