namespace Bot.Core.Clusters;

/// <summary>A host (short name, or with its namespace and domain), a subset of it (may be empty), and where in the VirtualService it is written.</summary>
public sealed record RouteDestination(string Host, string Subset, int Weight, string Field);
