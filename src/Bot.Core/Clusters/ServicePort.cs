namespace Bot.Core.Clusters;

/// <summary><c>TargetPort</c> is a number or the name of a container port.</summary>
public sealed record ServicePort(string Name, int Port, string TargetPort, string Protocol);
