namespace Bot.Kubernetes.Client;

/// <summary>The server's version; major and minor are texts ("34+" is a minor of some vendors).</summary>
public sealed record ServerVersion(string GitVersion, string Major, string Minor);
