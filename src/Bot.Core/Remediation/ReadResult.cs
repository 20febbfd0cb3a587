namespace Bot.Core.Remediation;

/// <summary><c>Reachable</c> false: nothing is known. Else <c>Object</c> is the JSON text, or null when the object does not exist.</summary>
public sealed record ReadResult(bool Reachable, string? Object, string Message = "");
