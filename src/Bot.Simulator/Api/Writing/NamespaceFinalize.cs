using System.Text.Json.Nodes;
using Bot.Simulator.Api.Reading;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Writing;

/// <summary>Answers <c>PUT /finalize</c> of a namespace: with no finalizer left it goes, and what was in it stays behind.</summary>
internal sealed class NamespaceFinalize(ObjectStore store)
{
    public ApiAnswer Put(ObjectView view, string name, RequestBody request)
    {
        var (body, failure) = request.Object(SimulatedKinds.Namespace);
        if (body is null)
        {
            return ApiAnswer.Refusal(failure!);
        }

        var result = store.Write(
            SimulatedKinds.Namespace,
            "",
            name,
            held =>
            {
                var finalizers = body.Texts("spec", "finalizers");
                held.Set(finalizers.Count == 0 ? null : new JsonArray([.. finalizers.Select(static text => (JsonNode)text)]), "spec", "finalizers");
                held.Set(body.Text("metadata", "resourceVersion") ?? held.Text("metadata", "resourceVersion"), "metadata", "resourceVersion");
                return ObjectEdit.To(held);
            },
            new WriteRequest());
        return result.Succeeded ? ApiAnswer.Raw(200, view.One(result.Object)) : ApiAnswer.Refusal(result.Failure);
    }
}
