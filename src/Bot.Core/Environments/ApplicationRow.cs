namespace Bot.Core.Environments;

/// <summary>An Application as <c>status</c> lists it. <c>Operation</c> is the phase of its last operation; <c>Environment</c> is empty for shared components.</summary>
public sealed record ApplicationRow(string Environment, string Namespace, string Name, string Sync, string Health, string Operation, string Revision, string Destination, DateTimeOffset? Since, bool HasFinding);
