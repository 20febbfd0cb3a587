using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Core.Diagnosis;
using Bot.Kubernetes.Input;
using Bot.Testing;

namespace Bot.Tests.Diagnosis;

/// <summary>
/// A case of a rule: either a folder of its own (<c>testdata/rules/&lt;rule id&gt;/&lt;case&gt;/{input.yaml,case.json,expected.json}</c>),
/// or an entry of <c>testdata/rules/&lt;rule id&gt;/cases.yaml</c> that takes such a folder as its base and changes something:
/// <c>now</c>, <c>complete</c>, <c>unread</c> (kinds that were not read), <c>remove</c> (objects), <c>set</c> (object -> JSON pointer -> value), <c>add</c> (objects),
/// <c>expect</c> (what the rule's finding must hold, as in the JSON output).
/// </summary>
internal sealed record RuleCase(string Rule, string Name)
{
    public const string Root = "tests/Bot.Tests/testdata/rules";

    /// <summary>Just under a threshold, looks alike but is well, a needed kind was not read.</summary>
    public static readonly ImmutableArray<string> SilentPrefixes = ["under-", "healthy-", "unknown-"];

    private static readonly string Folder = Path.Combine([SharedFiles.RepositoryRoot, .. Root.Split('/')]);

    public bool MustSpeak => !SilentPrefixes.Any(prefix => Name.StartsWith(prefix, StringComparison.Ordinal));

    public bool IsFolder => File.Exists(Path.Combine(Folder, Rule, Name, "input.yaml"));

    public string Golden => $"{Root}/{Rule}/{Name}/expected.json";

    public JsonObject? Expected => Entry?["expect"] as JsonObject;

    private JsonObject? Entry => IsFolder ? null : ChangesOf(Rule)!["cases"]![Name] as JsonObject;

    public static IEnumerable<RuleCase> All() => Directory.EnumerateDirectories(Folder).SelectMany(folder => Of(Path.GetFileName(folder))).OrderBy(found => $"{found.Rule}/{found.Name}", StringComparer.Ordinal);

    public static IEnumerable<RuleCase> Of(string rule) =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(Folder, rule)).Select(folder => new RuleCase(rule, Path.GetFileName(folder))),
        .. (ChangesOf(rule)?["cases"] as JsonObject ?? []).Select(entry => new RuleCase(rule, entry.Key)),
    ];

    /// <summary>Why a rule has no threshold to stay under, or null where it has one.</summary>
    public static string? NoThreshold(string rule) => (string?)ChangesOf(rule)?["no-threshold"];

    public ClusterDiagnosis Diagnose()
    {
        var entry = Entry;
        var basis = entry is null ? Name : (string)entry["base"]!;
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, Rule, basis, "case.json")));
        var now = DateTimeOffset.Parse((string?)entry?["now"] ?? settings.RootElement.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
        var complete = (string?)entry?["complete"] ?? (settings.RootElement.TryGetProperty("complete", out var kinds) ? kinds.GetString()! : "");
        var documents = Documents.Of(Path.Combine(Folder, Rule, basis, "input.yaml"));
        var unread = entry is null ? [] : Change(documents, entry);
        return Diagnosed.From(documents, now, new CompleteKinds([.. CompleteKinds.Parse(complete, out _)!.Kinds.Except(unread)]));
    }

    public override string ToString() => $"{Rule}/{Name}";

    private static JsonObject? ChangesOf(string rule) =>
        Path.Combine(Folder, rule, "cases.yaml") is var file && File.Exists(file) ? Documents.Of(file).Single() : null;

    private static List<string> Change(List<JsonObject> documents, JsonObject entry)
    {
        foreach (var (name, values) in entry["set"] as JsonObject ?? [])
        {
            var document = documents.SingleOrDefault(found => Documents.NameOf(found) == name).ShouldNotBeNull($"{name} is not in the base");
            foreach (var (pointer, value) in values!.AsObject())
            {
                Documents.Set(document, pointer, value);
            }
        }

        foreach (var name in entry["remove"] as JsonArray ?? [])
        {
            var document = documents.SingleOrDefault(found => Documents.NameOf(found) == (string)name!).ShouldNotBeNull($"{name} is not in the base");
            documents.Remove(document);
            documents.Add(new JsonObject { ["apiVersion"] = document["apiVersion"]!.DeepClone(), ["kind"] = $"{document["kind"]}List", ["items"] = new JsonArray() });
        }

        var unread = (entry["unread"] as JsonArray ?? []).Select(kind => (string)kind!).ToList();
        documents.RemoveAll(document => unread.Contains((string)document["kind"]!) || unread.Contains($"{document["kind"]}".Replace("List", "", StringComparison.Ordinal)));
        documents.AddRange((entry["add"] as JsonArray ?? []).Select(document => document!.DeepClone().AsObject()));
        return unread;
    }
}
