namespace Bot.Core.Clusters;

/// <summary>A port number or name (empty: every port), with the end of a range where one is given.</summary>
public sealed record NetworkPolicyPort(string Port, int EndPort, string Protocol);
