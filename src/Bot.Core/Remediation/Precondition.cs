namespace Bot.Core.Remediation;

/// <summary>A field that the plan reads or writes and the value it must still have. Tested by the API server inside the request, and shown when it failed.</summary>
/// <param name="Path">JSON pointer, such as <c>/status/operationState/startedAt</c>.</param>
/// <param name="Expected">JSON text of the value; null means the field must be absent.</param>
public sealed record Precondition(string Path, string? Expected);
