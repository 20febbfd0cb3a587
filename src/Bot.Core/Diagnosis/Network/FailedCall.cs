using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>A pod says that it could not reach a Service of the cluster.</summary>
public sealed record FailedCall(Pod Client, string Container, Service Target, int Port, FailedCallKind Kind, string Line);
