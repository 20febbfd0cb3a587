namespace Bot.Kubernetes.Client;

/// <summary>The wanted objects of a list and the version from which a watch goes on.</summary>
public sealed record ListResult<T>(IReadOnlyList<T> Items, string ResourceVersion);
