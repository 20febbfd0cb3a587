using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Redaction;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis;

/// <summary>
/// Makes the texts of findings in one language. A slot is the text <c>&lt;rule&gt;.&lt;slot&gt;@&lt;variant&gt;</c>, else <c>&lt;rule&gt;.&lt;slot&gt;</c>.
/// Masked before it is cut: half a secret would pass the mask. Placeholders always there: subject, namespace, owner, age, since, environment, affected, severity, impact and pushImpact (the closing words of a push line).
/// </summary>
public sealed class FindingTexts(Localizer localizer, IRedactor redactor)
{
    /// <summary>Most characters of each slot, as phones show them.</summary>
    public static readonly ImmutableDictionary<string, int> Budgets = ImmutableDictionary.CreateRange(
        [KeyValuePair.Create("push", 110), KeyValuePair.Create("headline", 60), KeyValuePair.Create("cause", 110), KeyValuePair.Create("now", 110), KeyValuePair.Create("lasting", 110), KeyValuePair.Create("caution", 90)]);

    private const int LongestEvidence = 500;

    /// <param name="finding">What was found.</param>
    /// <param name="now">The moment of the diagnosis: ages count up to it.</param>
    /// <param name="environment">Name of the environment; the namespace of the subject when empty.</param>
    public FindingText Of(Finding finding, DateTimeOffset now, string environment = "")
    {
        var facts = FactsOf(finding, now, environment);
        var lasting = Slot(finding, "lasting", facts);
        var doNow = Slot(finding, "now", facts);
        var caution = Key(finding, "caution") is null ? null : Slot(finding, "caution", facts);
        ImmutableArray<Advice> advice = [new Advice(lasting, Git: true), new Advice(doNow, Git: false, finding.Action, finding.Command)];
        return new FindingText(
            Slot(finding, "push", facts),
            Slot(finding, "headline", facts),
            Slot(finding, "cause", facts),
            doNow,
            lasting,
            caution,
            localizer.Catalogue.Page(localizer.Language, finding.Rule),
            [.. finding.Evidence.Select(Line)],
            caution is null ? advice : advice.Add(new Advice(caution, Git: false)));
    }

    /// <summary>One line of evidence: where it was read, the field, the value, and of when it is.</summary>
    public string Line(Evidence evidence) => evidence.At is { } at
        ? localizer.Text("diagnosis.evidence@at", ("object", evidence.Object.ToString()), ("field", evidence.Field), ("value", Value(evidence)), ("at", at))
        : localizer.Text("diagnosis.evidence", ("object", evidence.Object.ToString()), ("field", evidence.Field), ("value", Value(evidence)));

    /// <summary>The value of a fact, masked and cut to what a card can bear.</summary>
    public string Value(Evidence evidence) => Cut(redactor.Mask(evidence.Value), LongestEvidence);

    private static Dictionary<string, object> FactsOf(Finding finding, DateTimeOffset now, string environment)
    {
        var unknown = new TextKey("diagnosis.age-unknown");
        var facts = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["subject"] = finding.Subject.Name,
            ["namespace"] = finding.Subject.Namespace,
            ["owner"] = finding.TopOwner.Name,
            ["age"] = finding.Since is { } since ? now - since : unknown,
            ["since"] = finding.Since is { } moment ? moment : unknown,
            ["environment"] = environment.Length > 0 ? environment : finding.Subject.Namespace.Length > 0 ? finding.Subject.Namespace : finding.Subject.Name,
            ["affected"] = finding.Affected.Length,
            ["severity"] = new TextKey($"diagnosis.severity.{finding.Severity.ToString().ToLowerInvariant()}"),
            ["impact"] = new TextKey($"diagnosis.impact.{finding.Impact.ToString().ToLowerInvariant()}"),
            ["pushImpact"] = new TextKey($"diagnosis.push-impact.{finding.Impact.ToString().ToLowerInvariant()}"),
        };
        foreach (var (name, value) in finding.Facts)
        {
            facts[name] = value;
        }

        return facts;
    }

    private string Slot(Finding finding, string slot, Dictionary<string, object> facts) =>
        Cut(redactor.Mask(localizer.Text(Key(finding, slot) ?? $"{finding.Rule}.{slot}", facts)), Budgets[slot]);

    private string? Key(Finding finding, string slot)
    {
        var plain = $"{finding.Rule}.{slot}";
        var special = $"{plain}@{finding.Variant}";
        return finding.Variant.Length > 0 && localizer.Has(special) ? special : localizer.Has(plain) ? plain : null;
    }

    // Never inside a syllable or a surrogate pair.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var kept = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text))
        {
            if (start > most - 1)
            {
                break;
            }

            kept = start;
        }

        return string.Concat(text.AsSpan(0, kept).TrimEnd(), "…");
    }
}
