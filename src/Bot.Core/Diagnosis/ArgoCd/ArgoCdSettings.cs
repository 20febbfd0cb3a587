using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Commands;
using Bot.Core.Diagnosis.Versions;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Which keys Argo CD reads in which of its ConfigMaps (<c>Diagnosis/Data/argocd-settings.json</c>), and which it has ceased to read.</summary>
internal sealed class ArgoCdSettings
{
    private const int MostWrongLetters = 2;

    private readonly FrozenDictionary<string, Map> maps;
    private readonly FrozenSet<string> typed;

    private ArgoCdSettings(JsonElement root)
    {
        KnownUpTo = MinorVersion.Parse(root.GetProperty("knownUpTo").GetString()!)!.Value;
        maps = root.GetProperty("maps").EnumerateArray().ToFrozenDictionary(map => map.GetProperty("name").GetString()!, map => new Map(FrozenSet.ToFrozenSet(Texts(map, "keys")), Texts(map, "prefixes")));
        typed = FrozenSet.ToFrozenSet(Texts(root, "typed"));
        Obsolete =
        [
            .. root.GetProperty("obsolete").EnumerateArray().Select(entry => new ObsoleteKey(
                entry.GetProperty("map").GetString()!, entry.GetProperty("key").GetString()!, MinorVersion.Parse(entry.GetProperty("removedIn").GetString()!)!.Value, entry.GetProperty("instead").GetString()!)),
        ];
    }

    public static ArgoCdSettings Default { get; } = Read();

    /// <summary>The newest release whose keys are in the table.</summary>
    public MinorVersion KnownUpTo { get; }

    public ImmutableArray<ObsoleteKey> Obsolete { get; }

    /// <summary>Whether Argo CD reads a key there. Of a component's own keys only a slip of the pen counts as wrong: each release has new ones.</summary>
    public bool IsRead(string map, string key) =>
        maps[map].Keys.Contains(key) || (Array.Exists([.. maps[map].Prefixes], prefix => key.StartsWith(prefix, StringComparison.Ordinal)) && Meant(key) is null);

    /// <summary>The ConfigMap in which the key would be read.</summary>
    public string? PlaceOf(string key, string notIn) => maps.Keys.FirstOrDefault(map => map != notIn && maps[map].Keys.Contains(key));

    /// <summary>A key that differs in a letter or two, or the only one that goes on alike behind a first word that no component bears.</summary>
    public string? Meant(string key) => typed.Contains(key) ? null : Mistyped(key) ?? (IsOfComponent(key) ? null : OfAnother(key));

    private string? OfAnother(string key) =>
        key.IndexOf('.') is > 0 and var dot && typed.Where(known => known.EndsWith(key[dot..], StringComparison.Ordinal) && known.IndexOf('.') == known.Length - (key.Length - dot)).ToList() is [var only] ? only : null;

    private bool IsOfComponent(string key) => maps.Values.SelectMany(map => map.Prefixes).Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    private string? Mistyped(string key) =>
        typed.Concat(maps.Values.SelectMany(map => map.Keys)).Where(known => Math.Abs(known.Length - key.Length) <= MostWrongLetters)
            .Select(known => (known, Distance: NearestNames.Distance(key, known)))
            .Where(pair => pair.Distance is > 0 and <= MostWrongLetters)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.known, StringComparer.Ordinal)
            .Select(pair => pair.known)
            .FirstOrDefault();

    private static ArgoCdSettings Read()
    {
        using var stream = typeof(ArgoCdSettings).Assembly.GetManifestResourceStream("Data/argocd-settings.json")!;
        using var document = JsonDocument.Parse(stream);
        return new ArgoCdSettings(document.RootElement);
    }

    private static ImmutableArray<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private sealed record Map(FrozenSet<string> Keys, ImmutableArray<string> Prefixes);
}
