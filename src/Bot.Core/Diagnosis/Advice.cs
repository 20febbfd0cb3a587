namespace Bot.Core.Diagnosis;

/// <summary>One piece of advice: the lasting change in Git first, then what to do now (with an action and the command by hand), then what not to do.</summary>
public sealed record Advice(string Text, bool Git, string? Action = null, string? Command = null);
