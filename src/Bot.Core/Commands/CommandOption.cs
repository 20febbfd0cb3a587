namespace Bot.Core.Commands;

/// <summary>An option. <c>Completion</c> names the source of suggestions (see <see cref="CompletionSources"/>); empty for none.</summary>
public sealed record CommandOption(string Name, bool Required, string Completion = "");
