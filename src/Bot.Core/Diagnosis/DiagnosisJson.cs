using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Core.Diagnosis.Ownership;
using Bot.Core.Redaction;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis;

/// <summary>The machine-readable diagnosis: a stable contract (names and their order included). Every text passes the redactor.</summary>
public sealed class DiagnosisJson(Localizer localizer, IRedactor redactor)
{
    /// <summary>How all our JSON is written: indented, Korean readable.</summary>
    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FindingTexts texts = new(localizer, redactor);

    /// <summary>The whole document.</summary>
    public string Write(IReadOnlyCollection<ClusterDiagnosis> diagnoses, IReadOnlyCollection<UnreadDocument> unread, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteBody(json, diagnoses, unread, now);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The properties of the document inside an object that is open; <c>status</c> adds its own after them.</summary>
    public void WriteBody(Utf8JsonWriter json, IReadOnlyCollection<ClusterDiagnosis> diagnoses, IReadOnlyCollection<UnreadDocument> unread, DateTimeOffset now)
    {
        json.WriteString("now", Moment(now));
        json.WriteStartArray("findings");
        foreach (var finding in diagnoses.SelectMany(diagnosis => diagnosis.Findings))
        {
            WriteFinding(json, finding, now);
        }

        json.WriteEndArray();
        json.WriteStartArray("unread");
        foreach (var document in unread)
        {
            json.WriteStartObject();
            json.WriteString("file", document.File);
            json.WriteNumber("document", document.Document);
            json.WriteNumber("line", document.Line);
            json.WriteString("message", redactor.Mask(document.Message));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("critical", diagnoses.Sum(diagnosis => diagnosis.Count(Severity.Critical)));
        json.WriteNumber("warning", diagnoses.Sum(diagnosis => diagnosis.Count(Severity.Warning)));
        json.WriteNumber("info", diagnoses.Sum(diagnosis => diagnosis.Count(Severity.Info)));
        json.WriteNumber("objects", diagnoses.Sum(diagnosis => diagnosis.ObjectCount));
        WriteStrings(json, "notRead", diagnoses.SelectMany(diagnosis => diagnosis.NotRead).Distinct().Order(StringComparer.Ordinal));
        WriteMutes(json, diagnoses);
        json.WriteEndObject();
    }

    // Only where something is muted: who never mutes anything sees nothing of it.
    private void WriteMutes(Utf8JsonWriter json, IReadOnlyCollection<ClusterDiagnosis> diagnoses)
    {
        if (diagnoses.Sum(diagnosis => diagnosis.Muted.Count()) is > 0 and var muted)
        {
            json.WriteNumber("muted", muted);
        }

        var ended = diagnoses.SelectMany(diagnosis => diagnosis.EndedMutes).Distinct().ToArray();
        if (ended.Length > 0)
        {
            json.WriteStartArray("endedMutes");
            foreach (var mute in ended)
            {
                json.WriteStartObject();
                json.WriteString("rule", mute.Rule);
                json.WriteString("environment", mute.Environment);
                json.WriteString("namespace", mute.Namespace);
                json.WriteString("object", mute.Object);
                json.WriteString("reason", redactor.Mask(mute.Reason));
                json.WriteString("until", Moment(mute.Until));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void WriteFinding(Utf8JsonWriter json, Finding finding, DateTimeOffset now)
    {
        var text = texts.Of(finding, now);
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("impact", finding.Impact.ToString().ToLowerInvariant());
        json.WriteStartObject("subject");
        json.WriteString("kind", finding.Subject.Kind);
        json.WriteString("namespace", finding.Subject.Namespace);
        json.WriteString("name", finding.Subject.Name);
        json.WriteEndObject();
        json.WriteString("cluster", finding.Cluster);
        json.WriteString("title", text.Headline);
        json.WriteString("cause", text.Cause);
        WriteEvidence(json, finding.Evidence);
        WriteAdvice(json, text.Advice);
        json.WriteBoolean("rootCause", finding.IsRoot);
        WriteStrings(json, "causedBy", finding.CausedBy);
        WriteStrings(json, "affected", finding.Affected.Select(reference => reference.ToString()));
        WriteChangeIn(json, finding);
        if (finding.Mute is { } mute)
        {
            json.WriteStartObject("muted");
            json.WriteString("reason", redactor.Mask(mute.Reason));
            json.WriteString("until", Moment(mute.Until));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Only where labels or an Application name somebody else than the subject itself.
    private void WriteChangeIn(Utf8JsonWriter json, Finding finding)
    {
        if (finding is not { Subject.Kind: not "Application", ChangeIn: { Kind: not ChangePlaceKind.Nobody } place })
        {
            return;
        }

        json.WriteStartObject("changeIn");
        json.WriteString("kind", place.Kind.ToString().ToLowerInvariant());
        json.WriteString("name", place.Name);
        json.WriteString("repository", redactor.Mask(place.Repository));
        json.WriteString("path", place.Path);
        json.WriteString("autoscaler", place.Autoscaler);
        json.WriteEndObject();
    }

    private void WriteEvidence(Utf8JsonWriter json, ImmutableArray<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var fact in evidence)
        {
            json.WriteStartObject();
            json.WriteString("text", texts.Line(fact));
            json.WriteString("object", fact.Object.ToString());
            json.WriteString("field", fact.Field);
            json.WriteString("value", texts.Value(fact));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteAdvice(Utf8JsonWriter json, ImmutableArray<Advice> advice)
    {
        json.WriteStartArray("advice");
        foreach (var item in advice)
        {
            json.WriteStartObject();
            json.WriteString("text", item.Text);
            json.WriteBoolean("git", item.Git);
            json.WriteString("action", item.Action);
            json.WriteString("command", item.Command is null ? null : redactor.Mask(item.Command));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
