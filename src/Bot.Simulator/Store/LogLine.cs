namespace Bot.Simulator.Store;

/// <summary>One line that a container wrote.</summary>
public sealed record LogLine(DateTimeOffset At, string Text);
