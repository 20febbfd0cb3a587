namespace Bot.Kubernetes.Client;

/// <summary>One rule that applies to us in a namespace.</summary>
public sealed record AccessRule(
    IReadOnlyList<string> Verbs,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> ResourceNames);
