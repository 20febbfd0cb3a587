using System.Globalization;
using System.Text.Json;
using Bot.Core.Diagnosis;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Bot.Kubernetes.Input;
using Bot.Testing;

namespace Bot.Tests.Diagnosis;

/// <summary>
/// A folder a case: <c>testdata/rules/&lt;rule id&gt;/&lt;case&gt;/{input.yaml,case.json,expected.json}</c>. The rule must speak,
/// except in cases whose name begins with <c>healthy-</c> or <c>unknown-</c>: these look alike and are not, or cannot be known.
/// </summary>
public sealed class RuleGoldenTests
{
    private static readonly string[] Silent = ["healthy-", "unknown-"];

    private const string Root = "tests/Bot.Tests/testdata/rules";

    public static TheoryData<string> Cases()
    {
        var root = Path.Combine([SharedFiles.RepositoryRoot, .. Root.Split('/')]);
        return [.. Directory.EnumerateFiles(root, "input.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_it_said_before(string name)
    {
        var diagnosis = Diagnose(name);

        var spoke = diagnosis.Findings.Any(finding => finding.Rule == name.Split('/')[0]);
        spoke.ShouldBe(!Silent.Any(prefix => name.Split('/')[1].StartsWith(prefix, StringComparison.Ordinal)));
        Golden.ShouldMatch(new DiagnosisJson(new Localizer(Language.En, TimeZoneInfo.Utc), new Redactor()).Write([diagnosis], [], diagnosis.Now), $"{Root}/{name}/expected.json");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Leaves_no_placeholder_open_and_cuts_no_text(string name)
    {
        var diagnosis = Diagnose(name);

        var faults =
            from language in Enum.GetValues<Language>()
            let texts = new FindingTexts(new Localizer(language, TimeZoneInfo.Utc), new Redactor())
            from finding in diagnosis.Findings
            let text = texts.Of(finding, diagnosis.Now, "prod")
            from slot in new[] { text.Push, text.Headline, text.Cause, text.Now, text.Lasting, text.Caution ?? "" }
            where slot.Contains('{') || slot.Contains('‹') || slot.EndsWith('…')
            select $"{finding.Rule} in {language}: {slot}";

        faults.ShouldBeEmpty();
    }

    private static ClusterDiagnosis Diagnose(string name)
    {
        var folder = Path.Combine([SharedFiles.RepositoryRoot, .. Root.Split('/'), .. name.Split('/')]);
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "case.json")));
        var now = DateTimeOffset.Parse(settings.RootElement.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
        var complete = settings.RootElement.TryGetProperty("complete", out var kinds) ? CompleteKinds.Parse(kinds.GetString()!, out _) : null;
        return Diagnosed.From(Path.Combine(folder, "input.yaml"), now, complete);
    }
}
