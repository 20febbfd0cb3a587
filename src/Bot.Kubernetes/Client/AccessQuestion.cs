namespace Bot.Kubernetes.Client;

/// <summary>"May I": a verb on a resource, in one namespace or (null) in all.</summary>
public sealed record AccessQuestion(string Verb, ApiResource Resource, string? Namespace = null, string? Name = null, string? Subresource = null);
