namespace Bot.Kubernetes.Kinds;

/// <summary>How a kind is read from a live cluster.</summary>
public enum ListScope
{
    /// <summary>Listed in all namespaces (or in those that are allowed) and watched.</summary>
    Everything,

    /// <summary>Asked for by name, as metadata, and asked again at every tick. For Secrets: they are never listed and never watched.</summary>
    Named,

    /// <summary>Comes from files or other sources, never from the API.</summary>
    FilesOnly,
}
