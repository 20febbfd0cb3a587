namespace Bot.Kubernetes.Client.Failures;

/// <summary>A text for people by its key (<c>kubernetes.*</c>) and the values of its placeholders.</summary>
public sealed record FailureText(string Key, IReadOnlyDictionary<string, string> Arguments);
