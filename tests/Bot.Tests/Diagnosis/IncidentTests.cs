using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Core.Diagnosis;
using Bot.Kubernetes.Input;
using Bot.Testing;

namespace Bot.Tests.Diagnosis;

/// <summary>Whole incidents (<c>testdata/incidents/&lt;name&gt;/{input.yaml,case.json,expected.json}</c>): what is the root, what stands under it, and who suffers.</summary>
public sealed class IncidentTests
{
    private const string Root = "tests/Bot.Tests/testdata/incidents";

    public static TheoryData<string> Names() => [.. Directory.EnumerateDirectories(FolderOf("")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_told_once_by_its_root(string name)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(FolderOf(name), "case.json")));
        var diagnosis = Diagnose(name, documents => documents);

        diagnosis.Roots.Where(root => root.Severity > Severity.Info).Select(root => $"{root.Rule} {root.Subject}")
            .ShouldBe(settings.RootElement.GetProperty("roots").EnumerateArray().Select(root => root.GetString()!), Tree(diagnosis));
        Golden.ShouldMatch(Tree(diagnosis), $"{Root}/{name}/expected.json");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_told_alike_in_whatever_order_the_objects_come(string name)
    {
        var told = Tree(Diagnose(name, documents => documents));

        foreach (var seed in Enumerable.Range(0, 5))
        {
            Tree(Diagnose(name, documents =>
            {
                var order = documents.ToArray();
                new Random(seed).Shuffle(order);
                return order;
            })).ShouldBe(told);
        }
    }

    private static ClusterDiagnosis Diagnose(string name, Func<IEnumerable<System.Text.Json.Nodes.JsonObject>, IEnumerable<System.Text.Json.Nodes.JsonObject>> order)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(FolderOf(name), "case.json")));
        var now = settings.RootElement.GetProperty("now").GetDateTimeOffset();
        var complete = settings.RootElement.TryGetProperty("complete", out var kinds) ? kinds.GetString()! : "";
        return Diagnosed.From(order(Documents.Of(Path.Combine(FolderOf(name), "input.yaml"))), now, CompleteKinds.Parse(complete, out _)!);
    }

    private static string Tree(ClusterDiagnosis diagnosis)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, DiagnosisJson.Options))
        {
            json.WriteStartArray();
            foreach (var root in diagnosis.Roots)
            {
                json.WriteStartObject();
                json.WriteString("root", $"{root.Rule} {root.Subject}");
                json.WriteString("level", string.Create(CultureInfo.InvariantCulture, $"{root.Severity} {root.Impact}"));
                Write(json, "under", diagnosis.Under(root).Select(finding => $"{finding.Rule} {finding.Subject}"));
                Write(json, "affected", root.Affected.Select(reference => reference.ToString()));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string FolderOf(string name) => Path.Combine([SharedFiles.RepositoryRoot, .. Root.Split('/'), name]);
}
