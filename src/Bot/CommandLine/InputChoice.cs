namespace Bot.CommandLine;

/// <summary>What <see cref="InputOptions"/> were given.</summary>
public sealed record InputChoice(IReadOnlyList<string> From, string? Now, string? Complete);
