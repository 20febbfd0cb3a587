using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Bot.Core.Texts;

/// <summary>All texts and rule pages, read once from the embedded resources (<c>Texts/&lt;lang&gt;/&lt;area&gt;.json</c> and <c>Texts/&lt;lang&gt;/rules/&lt;id&gt;.md</c>).</summary>
public sealed class TextCatalogue
{
    private static readonly Lazy<TextCatalogue> Shipped = new(Load);

    private readonly FrozenDictionary<Language, FrozenDictionary<string, string>> texts;
    private readonly FrozenDictionary<Language, FrozenDictionary<string, string>> pages;

    private TextCatalogue(FrozenDictionary<Language, FrozenDictionary<string, string>> texts, FrozenDictionary<Language, FrozenDictionary<string, string>> pages)
    {
        this.texts = texts;
        this.pages = pages;
    }

    /// <summary>The texts that ship with the program.</summary>
    public static TextCatalogue Default => Shipped.Value;

    public IEnumerable<string> Keys(Language language) => texts[language].Keys;

    public IEnumerable<string> PageIds(Language language) => pages[language].Keys;

    public string? Find(Language language, string key) => texts[language].GetValueOrDefault(key);

    /// <summary>The page of a rule (slot <c>explain</c>), as Markdown.</summary>
    public string? Page(Language language, string ruleId) => pages[language].GetValueOrDefault(ruleId);

    private static TextCatalogue Load()
    {
        var textsOf = new Dictionary<Language, Dictionary<string, string>>();
        var pagesOf = new Dictionary<Language, Dictionary<string, string>>();
        foreach (var language in Enum.GetValues<Language>())
        {
            textsOf[language] = new Dictionary<string, string>(StringComparer.Ordinal);
            pagesOf[language] = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var assembly = typeof(TextCatalogue).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var parts = name.Split('/');
            if (parts is not ["Texts", var code, ..] || !Enum.TryParse<Language>(code, ignoreCase: true, out var language))
            {
                continue;
            }

            if (parts is [_, _, "rules", var page])
            {
                pagesOf[language][Path.GetFileNameWithoutExtension(page)] = Read(assembly, name);
            }
            else
            {
                foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(Read(assembly, name)) ?? [])
                {
                    textsOf[language].Add(key, text);
                }
            }
        }

        return new TextCatalogue(
            textsOf.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary()),
            pagesOf.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary()));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
