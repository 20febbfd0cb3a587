using System.Text.Json.Nodes;
using Bot.Simulator.Api.Selection;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Writing;

/// <summary>Answers <c>/scale</c>: the replicas of a workload as an object of its own.</summary>
internal sealed class ScaleSubresource(ObjectStore store)
{
    private static readonly SimulatedKind Scale = new("autoscaling", "v1", "scales", "scale", "Scale");

    public ApiAnswer Get(SimulatedKind kind, string ns, string name) => store.Get(kind, ns, name) is { } held
        ? ApiAnswer.Json(200, Of(kind, held.Body))
        : ApiAnswer.Refusal(Failures.NotFound(kind, name));

    public ApiAnswer Write(SimulatedKind kind, string ns, string name, IQueryCollection query, RequestBody request, bool replace)
    {
        var (options, badOptions) = WriteOptions.Read(query, replace ? "UpdateOptions" : "PatchOptions");
        if (options is null)
        {
            return ApiAnswer.Refusal(badOptions!);
        }

        Func<JsonObject, ObjectEdit> edit;
        if (replace)
        {
            var (body, failure) = request.Object(Scale);
            if (body is null)
            {
                return ApiAnswer.Refusal(failure!);
            }

            edit = _ => ObjectEdit.To(body);
        }
        else
        {
            edit = PatchTypes.Edit(kind, request.ContentType, request.Json());
        }

        var result = store.Write(kind, ns, name, held => Carry(kind, held, edit(Of(kind, held))), new WriteRequest { Scope = WriteScope.Main, DryRun = options.DryRun });
        return result.Succeeded ? ApiAnswer.Json(200, Of(kind, result.Object.Body)) : ApiAnswer.Refusal(result.Failure);
    }

    /// <summary>Takes the replicas, and the version as a precondition, from the Scale to the workload.</summary>
    private static ObjectEdit Carry(SimulatedKind kind, JsonObject held, ObjectEdit scale)
    {
        if (scale.Body is not { } wanted)
        {
            return scale;
        }

        var replicas = wanted.Number("spec", "replicas") ?? 0;
        if (replicas < 0)
        {
            return Failures.Invalid(Scale, held.Text("metadata", "name") ?? "", ObjectRules.Wrong($"{replicas}", ObjectRules.NotNegative, "spec.replicas"));
        }

        if (wanted.Text("metadata", "resourceVersion") is { Length: > 0 } version && version != held.Text("metadata", "resourceVersion"))
        {
            return Failures.Modified(kind, held.Text("metadata", "name") ?? "");
        }

        held.Child("spec")["replicas"] = replicas;
        return ObjectEdit.To(held);
    }

    private static JsonObject Of(SimulatedKind kind, JsonObject body)
    {
        var metadata = new JsonObject();
        foreach (var key in (string[])["name", "namespace", "uid", "resourceVersion", "creationTimestamp"])
        {
            metadata[key] = body.Text("metadata", key);
        }

        var spec = new JsonObject();
        if (body.Number("spec", "replicas") is > 0 and var wanted)
        {
            spec["replicas"] = wanted;
        }

        var status = new JsonObject { ["replicas"] = body.Number("status", "replicas") ?? 0 };
        var selector = kind.IsCustom ? body.Text("status", "selector") ?? "" : LabelSelector.Of(body.At("spec", "selector")).ToString();
        if (selector.Length > 0)
        {
            status["selector"] = selector;
        }

        return new JsonObject { ["kind"] = "Scale", ["apiVersion"] = "autoscaling/v1", ["metadata"] = metadata, ["spec"] = spec, ["status"] = status };
    }
}
