namespace Bot.Core.Commands;

/// <summary>An option. <c>Completion</c> names the source of suggestions: <c>environment</c>, <c>application</c>, <c>rule</c>, <c>term</c> or empty.</summary>
public sealed record CommandOption(string Name, bool Required, string Completion = "");
