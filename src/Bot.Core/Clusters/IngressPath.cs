namespace Bot.Core.Clusters;

/// <summary>A host and path with its Service; the default backend has the empty host and path. <c>Port</c> is a number or a name.</summary>
public sealed record IngressPath(string Host, string Path, string ServiceName, string Port);
