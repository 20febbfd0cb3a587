namespace Bot.Kubernetes.Client;

/// <summary>A kind of the server with what can be done to it at all (not: what we may do).</summary>
public sealed record ServedKind(ApiResource Resource, IReadOnlyList<string> Verbs, IReadOnlyList<string> Subresources);
