namespace Bot.Kubernetes.Client.Failures;

/// <summary>The object that a Status speaks of; kind is usually the plural resource name.</summary>
public sealed record FailureObject(string Group, string Kind, string Name);
