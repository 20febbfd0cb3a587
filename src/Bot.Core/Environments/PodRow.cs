namespace Bot.Core.Environments;

/// <summary>A problem pod: what the kubelet says of it (<c>CrashLoopBackOff</c>, <c>Pending</c>), how many containers are ready, how often they restarted.</summary>
public sealed record PodRow(string Namespace, string Name, string State, int Ready, int Containers, int Restarts, DateTimeOffset? Since);
