using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Core.Diagnosis;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Bot.Testing;

namespace Bot.Tests.Diagnosis;

/// <summary>Every <see cref="RuleCase"/>: the rule speaks where it must and is silent where it must; what it says in a folder's case is recorded whole.</summary>
public sealed class RuleGoldenTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var found in RuleCase.All())
        {
            data.Add(found.Rule, found.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Speaks_where_it_must_and_says_what_it_said_before(string rule, string name)
    {
        var found = new RuleCase(rule, name);
        var diagnosis = found.Diagnose();
        var json = new DiagnosisJson(new Localizer(Language.En, TimeZoneInfo.Utc), new Redactor()).Write([diagnosis], [], diagnosis.Now);

        diagnosis.Findings.Any(finding => finding.Rule == rule).ShouldBe(found.MustSpeak, json);
        diagnosis.Findings.Where(finding => !RuleCatalogue.Find(finding.Rule)!.Descriptor.Severities.Contains(finding.Severity)).Select(finding => $"{finding.Rule} says {finding.Severity}").ShouldBeEmpty();
        if (found.IsFolder)
        {
            Golden.ShouldMatch(WithoutKindsNotRead(json), found.Golden);
        }
        else if (found.Expected is { } expected)
        {
            var findings = JsonNode.Parse(json)!["findings"]!.AsArray().Where(finding => (string)finding!["rule"]! == rule).ToList();
            findings.ShouldContain(finding => expected.All(pair => JsonNode.DeepEquals(finding![pair.Key], pair.Value)), json);
        }
    }

    // A kind that the bot learns to read would otherwise change the recorded output of every rule there is.
    private static string WithoutKindsNotRead(string json)
    {
        var output = JsonNode.Parse(json)!;
        output["summary"]!.AsObject().Remove("notRead");
        return output.ToJsonString(Readable) + "\n";
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Leaves_no_placeholder_open_and_cuts_no_text(string rule, string name)
    {
        var diagnosis = new RuleCase(rule, name).Diagnose();

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

    [Fact]
    public void Every_rule_has_cases_of_each_sort()
    {
        string[] notYet = ["webhook.no-endpoints"];

        var missing = RuleCatalogue.All.Select(rule => rule.Descriptor.Id).Except(notYet).SelectMany(rule =>
        {
            var cases = RuleCase.Of(rule).ToList();
            string[] faults =
            [
                cases.Any(found => found.MustSpeak) ? "" : "no case in which it speaks",
                cases.Any(found => found.Name.StartsWith("healthy-", StringComparison.Ordinal)) ? "" : "nothing that looks alike and is well",
                cases.Any(found => found.Name.StartsWith("unknown-", StringComparison.Ordinal)) ? "" : "no needed kind that was not read",
                cases.Any(found => found.Name.StartsWith("under-", StringComparison.Ordinal)) == (RuleCase.NoThreshold(rule) is null)
                    ? ""
                    : "a case just under the threshold, or in cases.yaml the reason (no-threshold) why there is none",
            ];
            return faults.Where(fault => fault.Length > 0).Select(fault => $"{rule}: {fault}");
        });

        missing.ShouldBeEmpty();
    }
}
