using System.Text.Json.Nodes;
using Bot.Simulator.Api.Reading;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Writing;

/// <summary>Answers POST, PUT and PATCH of an object and of its status.</summary>
internal sealed class ObjectWrites(ObjectStore store)
{
    private const string UglyFinalizer = "resources-finalizer.argocd.argoproj.io";

    public ApiAnswer Create(ObjectView view, string ns, IQueryCollection query, RequestBody request)
    {
        var kind = view.Kind;
        var (options, badOptions) = WriteOptions.Read(query, "CreateOptions");
        var (body, badBody) = request.Object(kind);
        if (options is null || body is null)
        {
            return ApiAnswer.Refusal((badOptions ?? badBody)!);
        }

        if (body.Text("metadata", "namespace") is { Length: > 0 } named && named != ns && kind.Namespaced)
        {
            return ApiAnswer.Refusal(Failures.BadRequest("the namespace of the provided object does not match the namespace sent on the request"));
        }

        var (warnings, refusal) = Check(kind, body, options);
        if (refusal is not null)
        {
            return ApiAnswer.Refusal(refusal);
        }

        var source = kind.StoredAs is null ? body : EventView.ToCore(body);
        var result = store.Create(kind, kind.Namespaced ? ns : "", source, new WriteRequest { Scope = WriteScope.Main, DryRun = options.DryRun });
        return Answer(201, view, result, warnings, body);
    }

    public ApiAnswer Replace(ObjectView view, string ns, string name, IQueryCollection query, RequestBody request, WriteScope scope)
    {
        var kind = view.Kind;
        var (options, badOptions) = WriteOptions.Read(query, "UpdateOptions");
        var (body, badBody) = request.Object(kind);
        if (options is null || body is null)
        {
            return ApiAnswer.Refusal((badOptions ?? badBody)!);
        }

        if (body.Text("metadata", "name") is { } named && named != name)
        {
            return ApiAnswer.Refusal(Failures.BadRequest($"the name of the object ({named}) does not match the name on the URL ({name})"));
        }

        var (warnings, refusal) = Check(kind, body, options);
        if (refusal is not null)
        {
            return ApiAnswer.Refusal(refusal);
        }

        var source = kind.StoredAs is null ? body : EventView.ToCore(body);
        var result = store.Write(
            kind,
            ns,
            name,
            _ => ObjectEdit.To((JsonObject)source.DeepClone()),
            new WriteRequest { Scope = scope, DryRun = options.DryRun, Replace = true });
        return Answer(200, view, result, warnings, body: null);
    }

    public ApiAnswer Patch(ObjectView view, string ns, string name, IQueryCollection query, RequestBody request, WriteScope scope)
    {
        var kind = view.Kind;
        var (options, badOptions) = WriteOptions.Read(query, "PatchOptions");
        if (options is null)
        {
            return ApiAnswer.Refusal(badOptions!);
        }

        if (PatchTypes.IsApply(request.ContentType) && query["fieldManager"].ToString().Length == 0)
        {
            return ApiAnswer.Refusal(Failures.Invalid("meta.k8s.io", "PatchOptions", "", new StatusCause("FieldValueRequired", "Required value: is required for apply patch", "fieldManager")));
        }

        IReadOnlyList<string> warnings = [];
        var edit = PatchTypes.Edit(kind, request.ContentType, request.Json());
        var result = store.Write(
            kind,
            ns,
            name,
            body =>
            {
                var edited = edit(body);
                if (edited.Body is null)
                {
                    return edited;
                }

                var (found, refusal) = Check(kind, edited.Body, options);
                warnings = found;
                return refusal is null ? edited : refusal;
            },
            new WriteRequest { Scope = scope, DryRun = options.DryRun });
        return Answer(200, view, result, warnings, body: null);
    }

    private static (IReadOnlyList<string> Warnings, StatusFailure? Failure) Check(SimulatedKind kind, JsonObject body, WriteOptions options)
    {
        var unknown = UnknownFields.Take(kind, body);
        if (unknown.Count == 0)
        {
            return ([], null);
        }

        var told = unknown.Select(static field => $"unknown field \"{field}\"").ToList();
        if (options.Strict)
        {
            return ([], Failures.BadRequest($"{kind.Kind} in version \"{kind.Version}\" cannot be handled as a {kind.Kind}: strict decoding error: {string.Join(", ", told)}"));
        }

        return options.Silent ? ([], null) : (told, null);
    }

    private static ApiAnswer Answer(int code, ObjectView view, StoreResult result, IReadOnlyList<string> warnings, JsonObject? body)
    {
        if (!result.Succeeded)
        {
            return ApiAnswer.Refusal(result.Failure);
        }

        var answer = ApiAnswer.Raw(code, view.One(result.Object));
        foreach (var warning in warnings)
        {
            answer = answer.With("Warning", $"299 - \"{warning.Replace("\"", "\\\"")}\"");
        }

        return body is not null && body.Texts("metadata", "finalizers").Contains(UglyFinalizer, StringComparer.Ordinal)
            ? answer.With("Warning", $"299 - \"metadata.finalizers: \\\"{UglyFinalizer}\\\": prefer a domain-qualified finalizer name including a path (/) to avoid accidental conflicts with other finalizer writers\"")
            : answer;
    }
}
