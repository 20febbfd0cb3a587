namespace Bot.Simulator.Store;

/// <summary>One entry of <c>details.causes</c>.</summary>
public sealed record StatusCause(string Reason, string Message, string? Field = null);
