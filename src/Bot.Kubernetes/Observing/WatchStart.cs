namespace Bot.Kubernetes.Observing;

/// <summary>A place (null is the whole cluster) and the resourceVersion of its list.</summary>
internal readonly record struct WatchStart(string? Namespace, string ResourceVersion);
