using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Core.Diagnosis;
using Bot.Core.Redaction;
using Bot.Core.Texts;

namespace Bot.Core.Environments;

/// <summary>The machine-readable status: the diagnosis, then applications, pods, ingresses and sources. The schema stands in <c>docs/status-json.md</c>; names and order are a contract.</summary>
public sealed class StatusJson(Localizer localizer, IRedactor redactor)
{
    public string Write(IReadOnlyCollection<StatusReport> reports, IReadOnlyCollection<UnreadDocument> unread)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, DiagnosisJson.Options))
        {
            json.WriteStartObject();
            var diagnoses = reports.Select(report => report.Diagnosis with { Findings = report.Findings }).ToArray();
            new DiagnosisJson(localizer, redactor).WriteBody(json, diagnoses, unread, reports.Select(report => report.Now).DefaultIfEmpty().Max());
            Array(json, "applications", reports.SelectMany(report => report.Applications.Select(row => (report, row))), pair => Application(json, pair.report, pair.row));
            Array(json, "pods", reports.SelectMany(report => report.Pods.Select(row => (report, row))), pair => Pod(json, pair.report, pair.row));
            Array(json, "ingresses", reports.SelectMany(report => report.Ingresses.Select(row => (report, row))), pair => Ingress(json, pair.report, pair.row));
            Array(json, "sources", reports.SelectMany(report => report.Sources.Select(row => (report, row))), pair => Source(json, pair.report, pair.row));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Application(Utf8JsonWriter json, StatusReport report, ApplicationRow row)
    {
        json.WriteString("cluster", report.Cluster);
        json.WriteString("environment", row.Environment);
        json.WriteString("namespace", row.Namespace);
        json.WriteString("name", row.Name);
        json.WriteString("sync", row.Sync);
        json.WriteString("health", row.Health);
        json.WriteString("operation", row.Operation);
        json.WriteString("revision", row.Revision);
        json.WriteString("destination", row.Destination);
        Moment(json, "since", row.Since);
    }

    private static void Pod(Utf8JsonWriter json, StatusReport report, PodRow row)
    {
        json.WriteString("cluster", report.Cluster);
        json.WriteString("namespace", row.Namespace);
        json.WriteString("name", row.Name);
        json.WriteString("state", row.State);
        json.WriteNumber("ready", row.Ready);
        json.WriteNumber("containers", row.Containers);
        json.WriteNumber("restarts", row.Restarts);
        Moment(json, "since", row.Since);
    }

    private static void Ingress(Utf8JsonWriter json, StatusReport report, IngressRow row)
    {
        json.WriteString("cluster", report.Cluster);
        json.WriteString("kind", row.Kind);
        json.WriteString("namespace", row.Namespace);
        json.WriteString("name", row.Name);
        Strings(json, "urls", row.Urls);
        Strings(json, "loadBalancers", row.LoadBalancers);
    }

    private void Source(Utf8JsonWriter json, StatusReport report, Clusters.KindReading source)
    {
        json.WriteString("cluster", report.Cluster);
        json.WriteString("kind", source.Kind);
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(source.State.ToString()));
        var seen = source.SeenAt ?? (source.State is Clusters.ReadingState.Read or Clusters.ReadingState.Partial or Clusters.ReadingState.NotInstalled ? report.TakenAt : null);
        Moment(json, "seenAt", seen);
        if (seen is { } moment)
        {
            json.WriteNumber("ageSeconds", Math.Max(0, (long)(report.Now - moment).TotalSeconds));
        }
        else
        {
            json.WriteNull("ageSeconds");
        }

        json.WriteString("gap", source.Gap is null ? null : redactor.Mask(source.Gap));
    }

    private static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? moment) =>
        json.WriteString(name, moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
