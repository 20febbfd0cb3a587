using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>
/// Writes one step on an Argo CD Application as a JSON patch: what is tested stands in the request and in the preconditions,
/// what is changed stands in the request and in the diff, from one and the same call.
/// </summary>
internal sealed class ApplicationPatch
{
    public const string RefreshAnnotation = "argocd.argoproj.io/refresh";
    public const string SyncOptionsAnnotation = "argocd.argoproj.io/sync-options";
    public const string CompareOptionsAnnotation = "argocd.argoproj.io/compare-options";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Application app;
    private readonly List<string> operations = [];
    private readonly ImmutableArray<Precondition>.Builder preconditions = ImmutableArray.CreateBuilder<Precondition>();
    private readonly ImmutableArray<DiffLine>.Builder diff = ImmutableArray.CreateBuilder<DiffLine>();

    public ApplicationPatch(Application app)
    {
        this.app = app;
        operations.Add($$"""{"op":"test","path":"/metadata/uid","value":{{Json(app.Metadata.Uid)}}}""");
    }

    public static string Json(string text) => JsonSerializer.Serialize(text, Readable);

    /// <summary>As Argo CD writes moments: whole seconds, UTC.</summary>
    public static string Json(DateTimeOffset moment) => $"\"{moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\"";

    public static string Annotation(string name) => $"/metadata/annotations/{JsonPointer.Escape(name)}";

    /// <summary>The field must still have this value (JSON text; null: must be absent, which the API server tests as null).</summary>
    public ApplicationPatch Test(string path, string? value)
    {
        operations.Add($$"""{"op":"test","path":"{{path}}","value":{{value ?? "null"}}}""");
        preconditions.Add(new Precondition(path, value));
        return this;
    }

    public ApplicationPatch Set(string path, string? before, string after)
    {
        operations.Add($$"""{"op":"add","path":"{{path}}","value":{{after}}}""");
        diff.Add(new DiffLine(path, before, after));
        return this;
    }

    public ApplicationPatch Remove(string path, string before)
    {
        operations.Add($$"""{"op":"remove","path":"{{path}}"}""");
        diff.Add(new DiffLine(path, before, After: null));
        return this;
    }

    public PlanStep ToStep(string action, TextKey title, TimeSpan within, params ReadOnlySpan<FieldExpectation> expect)
    {
        var body = $"[{string.Join(',', operations)}]";
        return Step(app, action, title, ClusterVerb.JsonPatch, body, within) with { Preconditions = preconditions.ToImmutable(), Diff = diff.ToImmutable(), Expect = [.. expect] };
    }

    /// <summary>Sets annotations by a merge patch, which needs no other annotation to be there; the uid in it keeps it off another object of that name.</summary>
    public static PlanStep Annotate(Application app, string action, TextKey title, TimeSpan within, params ReadOnlySpan<(string Annotation, string Value)> annotations)
    {
        var values = new List<string>();
        var changes = ImmutableArray.CreateBuilder<DiffLine>();
        foreach (var (annotation, value) in annotations)
        {
            var before = app.Metadata.Annotations[annotation] is { } present ? Json(present) : null;
            values.Add($"{Json(annotation)}:{Json(value)}");
            changes.Add(new DiffLine(Annotation(annotation), before, Json(value)));
        }

        var body = $"{{\"metadata\":{{\"uid\":{Json(app.Metadata.Uid)},\"annotations\":{{{string.Join(',', values)}}}}}}}";
        return Step(app, action, title, ClusterVerb.MergePatch, body, within) with { Diff = changes.ToImmutable() };
    }

    private static PlanStep Step(Application app, string action, TextKey title, ClusterVerb verb, string body, TimeSpan within) => new()
    {
        Action = action,
        Tier = ActionTiers.Of(action),
        Title = title,
        Target = app.Ref,
        Uid = app.Metadata.Uid,
        Request = new ClusterRequest
        {
            Verb = verb,
            Group = "argoproj.io",
            Version = "v1alpha1",
            Resource = "applications",
            Kind = "Application",
            Namespace = app.Namespace,
            Name = app.Name,
            Body = body,
        },
        Within = within,
        Command = $"kubectl -n {ShellText.Quote(app.Namespace)} patch applications.argoproj.io {ShellText.Quote(app.Name)} --type {(verb == ClusterVerb.JsonPatch ? "json" : "merge")} -p {ShellText.Quote(body)}",
    };
}
