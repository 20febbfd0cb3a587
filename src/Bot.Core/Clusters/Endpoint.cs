namespace Bot.Core.Clusters;

/// <summary>One endpoint of a slice. A <c>ready</c> that is not said counts as true, as Kubernetes defines it.</summary>
public sealed record Endpoint(string TargetKind, string TargetName, bool Ready, bool Serving, bool Terminating);
