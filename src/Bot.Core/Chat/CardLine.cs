namespace Bot.Core.Chat;

/// <summary>One line: an optional label ("Cause"), the text, and how it stands out.</summary>
public sealed record CardLine(string Label, string Text, CardTone Tone = CardTone.Neutral);
