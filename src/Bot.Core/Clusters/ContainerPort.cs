namespace Bot.Core.Clusters;

public sealed record ContainerPort(string Name, int Number);
