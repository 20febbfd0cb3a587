namespace Bot.Core.Commands;

/// <summary>A suggestion while somebody types: <c>Value</c> replaces the word under the cursor, <c>Label</c> is what the list shows.</summary>
public sealed record CompletionItem(string Value, string Label);
