namespace Bot.Kubernetes.Client;

/// <summary>What we may do in a namespace. When incomplete, absence of a rule proves nothing.</summary>
public sealed record AccessRules(IReadOnlyList<AccessRule> Rules, bool Incomplete);
