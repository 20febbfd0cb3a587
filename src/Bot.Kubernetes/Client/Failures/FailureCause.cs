namespace Bot.Kubernetes.Client.Failures;

/// <summary>One entry of <c>details.causes</c>.</summary>
public sealed record FailureCause(string Reason, string Message, string Field);
