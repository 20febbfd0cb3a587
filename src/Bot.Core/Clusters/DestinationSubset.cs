namespace Bot.Core.Clusters;

/// <summary>A named part of a Service's pods.</summary>
public sealed record DestinationSubset(string Name, StringMap Labels, string TlsMode);
