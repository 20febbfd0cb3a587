using System.Text.Json.Nodes;
using Bot.Simulator.Api.Reading;
using Bot.Simulator.Api.Selection;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Writing;

/// <summary>Answers DELETE: a Status when the object is gone, the object when it is going.</summary>
internal sealed class Deletions(ObjectStore store)
{
    public ApiAnswer One(ObjectView view, string ns, string name, DeleteRequest request)
    {
        var result = store.Delete(view.Kind, ns, name, request);
        if (!result.Succeeded)
        {
            return ApiAnswer.Refusal(result.Failure);
        }

        return result.Removed && !view.Kind.ReturnsDeletedObject
            ? ApiAnswer.Json(200, Success(view.Kind, result.Object))
            : ApiAnswer.Raw(200, view.One(result.Object));
    }

    public ApiAnswer Many(ObjectView view, string ns, IQueryCollection query, DeleteRequest request)
    {
        var (selection, failure) = ObjectSelection.Read(view.Kind, query);
        if (selection is null)
        {
            return ApiAnswer.Refusal(failure!);
        }

        var chosen = store.List(view.Kind, ns).Where(held => selection.Matches(held.Body)).ToList();
        foreach (var held in chosen)
        {
            store.Delete(view.Kind, held.Namespace, held.Name, request);
        }

        return ApiAnswer.Raw(200, view.Many(chosen, $"{store.Revision}", null, null));
    }

    private static JsonObject Success(SimulatedKind kind, StoredObject gone) => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject(),
        ["status"] = "Success",
        ["details"] = StatusFailure.Write(Failures.Of(kind, gone.Name) with { Uid = gone.Uid }),
    };
}
