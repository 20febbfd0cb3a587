namespace Bot.Core.Clusters;

/// <summary>A controller reference, in the namespace of the object that bears it.</summary>
public sealed record Owner(string Kind, string Name, string Uid);
