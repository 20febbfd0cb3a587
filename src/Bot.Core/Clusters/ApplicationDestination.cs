namespace Bot.Core.Clusters;

/// <summary>Server and name exclude each other; <c>in-cluster</c> is <c>https://kubernetes.default.svc</c>.</summary>
public sealed record ApplicationDestination(string Server, string Name, string Namespace);
