namespace Bot.Kubernetes.Client;

/// <summary>Who the server takes us for.</summary>
public sealed record Identity(string User, IReadOnlyList<string> Groups);
