using System.Text;
using System.Text.Json;

namespace Bot.Kubernetes.Client;

/// <summary>Bodies and paths of writes.</summary>
internal static class WriteBodies
{
    private const string FieldValidation = "Strict";

    public static string Path(string path, WriteOptions options, bool validates = true) => QueryString.Of(
        path,
        ("fieldManager", WriteOptions.FieldManager),
        ("fieldValidation", validates ? FieldValidation : null),
        ("dryRun", options.DryRun ? "All" : null));

    public static string ContentType(PatchKind kind) => kind switch
    {
        PatchKind.Json => "application/json-patch+json",
        PatchKind.Merge => "application/merge-patch+json",
        _ => "application/strategic-merge-patch+json",
    };

    public static ReadOnlyMemory<byte> Of(JsonElement body) => Encoding.UTF8.GetBytes(body.GetRawText());

    public static ReadOnlyMemory<byte> Of(DeleteOptions options) => Write(json =>
    {
        json.WriteString("kind", "DeleteOptions");
        json.WriteString("apiVersion", "v1");
        if (options.GracePeriodSeconds is { } seconds)
        {
            json.WriteNumber("gracePeriodSeconds", seconds);
        }

        if (options.Propagation != Propagation.Default)
        {
            json.WriteString("propagationPolicy", options.Propagation.ToString());
        }

        if (options.Uid is not null || options.ResourceVersion is not null)
        {
            json.WriteStartObject("preconditions");
            WriteText(json, "uid", options.Uid);
            WriteText(json, "resourceVersion", options.ResourceVersion);
            json.WriteEndObject();
        }

        if (options.DryRun)
        {
            json.WriteStartArray("dryRun");
            json.WriteStringValue("All");
            json.WriteEndArray();
        }
    });

    public static ReadOnlyMemory<byte> Of(AccessQuestion question) => Review("authorization.k8s.io/v1", "SelfSubjectAccessReview", json =>
    {
        json.WriteStartObject("resourceAttributes");
        WriteText(json, "verb", question.Verb);
        json.WriteString("group", question.Resource.Group);
        WriteText(json, "version", question.Resource.Version);
        WriteText(json, "resource", question.Resource.Plural);
        WriteText(json, "subresource", question.Subresource);
        WriteText(json, "namespace", question.Namespace);
        WriteText(json, "name", question.Name);
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> RulesReview(string @namespace) =>
        Review("authorization.k8s.io/v1", "SelfSubjectRulesReview", json => json.WriteString("namespace", @namespace));

    public static ReadOnlyMemory<byte> SubjectReview(string version) => Review(version, "SelfSubjectReview", _ => { });

    private static ReadOnlyMemory<byte> Review(string apiVersion, string kind, Action<Utf8JsonWriter> writeSpec) => Write(json =>
    {
        json.WriteString("kind", kind);
        json.WriteString("apiVersion", apiVersion);
        json.WriteStartObject("spec");
        writeSpec(json);
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeMembers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
