namespace Bot.Kubernetes.Client.Configuration;

/// <summary>Whom the server is asked to take us for.</summary>
public sealed record Impersonation(string User, string? Uid, IReadOnlyList<string> Groups);
