using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using Bot.Testing;

namespace Bot.Simulator.Tests.Store;

internal sealed class TheStore
{
    public ManualClock Clock { get; } = new();

    public ObjectStore Store { get; }

    public TheStore(StoreOptions? options = null)
    {
        Store = new ObjectStore(Clock, options);
        Store.Load(Parse("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"prod"}}"""));
    }

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    public static JsonObject ConfigMap(string name, string value = "1") =>
        Parse($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}","namespace":"prod"},"data":{"key":"{{{value}}}"}}""");

    public static JsonObject Application(string name) =>
        Parse($$$"""{"apiVersion":"argoproj.io/v1alpha1","kind":"Application","metadata":{"name":"{{{name}}}","namespace":"prod"},"spec":{"project":"default"}}""");

    public static JsonObject Pod(string name, string? node = "node-1") => Parse(
        $$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{name}}}","namespace":"prod"},"spec":{ {{{(node is null ? "" : $"\"nodeName\":\"{node}\",")}}} "containers":[{"name":"c","image":"x"}]},"status":{"phase":"Running"}}""");

    public StoredObject Owned(SimulatedKind kind, string name, StoredObject owner, bool blocks = true)
    {
        var body = Parse($$$"""{"apiVersion":"{{{kind.ApiVersion}}}","kind":"{{{kind.Kind}}}","metadata":{"name":"{{{name}}}","namespace":"prod"},"spec":{"containers":[{"name":"c","image":"x"}]}}""");
        body.Child("metadata")["ownerReferences"] = new JsonArray(new JsonObject
        {
            ["apiVersion"] = owner.Kind.ApiVersion,
            ["kind"] = owner.Kind.Kind,
            ["name"] = owner.Name,
            ["uid"] = owner.Uid,
            ["controller"] = true,
            ["blockOwnerDeletion"] = blocks,
        });
        return Store.Load(body);
    }
}
