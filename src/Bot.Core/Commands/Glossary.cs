using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>The words that <c>/explain</c> knows: keys <c>glossary.&lt;slug&gt;</c>, written <c>name | other names :: text</c>.</summary>
public static class Glossary
{
    private const string Prefix = "glossary.";

    public static (string Name, string Text)? Find(string term, Localizer localizer)
    {
        var wanted = Fold(term);
        foreach (var language in new[] { localizer.Language, Language.En, Language.Ko }.Distinct())
        {
            foreach (var key in Keys(language, localizer))
            {
                var (names, _) = Split(localizer.Catalogue.Find(language, key)!);
                if (Array.Exists(names, name => Fold(name) == wanted) || Fold(key[Prefix.Length..]) == wanted)
                {
                    var (own, text) = Split(localizer.Text(key));
                    return (own[0], text);
                }
            }
        }

        return null;
    }

    /// <summary>The first name of every word.</summary>
    public static IEnumerable<string> Names(Localizer localizer) =>
        Keys(localizer.Language, localizer).Select(key => Split(localizer.Text(key)).Names[0]);

    private static IEnumerable<string> Keys(Language language, Localizer localizer) =>
        localizer.Catalogue.Keys(language).Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static (string[] Names, string Text) Split(string entry)
    {
        var parts = entry.Split("::", 2);
        return (parts[0].Split('|', StringSplitOptions.TrimEntries), parts[^1].Trim());
    }

    // Spaces, dashes and case do not count: "hard refresh", "Hard-Refresh" and "hardrefresh" are one word.
    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
