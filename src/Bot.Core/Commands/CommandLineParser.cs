using System.Collections.Immutable;
using System.Text;

namespace Bot.Core.Commands;

/// <summary>
/// Takes a typed line apart: <c>/status prod</c>, <c>/unstick app "a reason"</c>, <c>/refresh app hard</c>. Options stand in the order of
/// the catalogue or by name (<c>reason:...</c>, <c>--hard</c>); free text takes the rest of the line. Pure; never throws.
/// </summary>
public static class CommandLineParser
{
    public static ParsedLine Parse(string line)
    {
        var words = Words(line);
        if (words.Count == 0)
        {
            return new ParsedLine("", null, ImmutableDictionary<string, string>.Empty, null, null);
        }

        var name = words[0].TrimStart('/').ToLowerInvariant();
        if (CommandCatalogue.Find(name) is not { } command)
        {
            return new ParsedLine(name, null, ImmutableDictionary<string, string>.Empty, null, null);
        }

        var options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        string? unexpected = null;
        for (var index = 1; index < words.Count; index++)
        {
            var (option, value) = Named(command, words[index]) ?? Next(command, options, words[index]);
            if (option is null)
            {
                unexpected ??= words[index];
                continue;
            }

            if (option.Completion == CompletionSources.Words)
            {
                value = string.Join(' ', words.Skip(index + 1).Prepend(value));
                index = words.Count;
            }

            options[option.Name] = value;
        }

        var missing = command.Options.FirstOrDefault(option => option.Required && !options.ContainsKey(option.Name))?.Name;
        return new ParsedLine(name, command, options.ToImmutable(), missing, unexpected);
    }

    /// <summary>Words of a line; quotes (also the curly ones that phones type) hold words together.</summary>
    public static IReadOnlyList<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        var started = false;
        foreach (var character in line)
        {
            if (character is '"' or '“' or '”')
            {
                quoted = !quoted;
                started = true;
            }
            else if (!quoted && char.IsWhiteSpace(character))
            {
                if (started)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    started = false;
                }
            }
            else
            {
                word.Append(character);
                started = true;
            }
        }

        if (started)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static (CommandOption? Option, string Value)? Named(CommandDefinition command, string word)
    {
        var bare = word.StartsWith("--", StringComparison.Ordinal) ? word[2..] : word;
        if (command.Options.FirstOrDefault(option => option.Completion == CompletionSources.Switch && option.Name == bare) is { } given)
        {
            return (given, given.Name);
        }

        var separator = bare.IndexOfAny([':', '=']);
        return separator > 0 && command.Options.FirstOrDefault(option => option.Name == bare[..separator]) is { } named
            ? (named, bare[(separator + 1)..])
            : null;
    }

    private static (CommandOption? Option, string Value) Next(CommandDefinition command, ImmutableDictionary<string, string>.Builder taken, string word) =>
        (command.Options.FirstOrDefault(option => option.Completion != CompletionSources.Switch && !taken.ContainsKey(option.Name)), word);
}
