using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>One state of one object. The body is shared by everyone who reads it and must never be changed.</summary>
public sealed class StoredObject
{
    private readonly Lock gate = new();
    private byte[]? json;

    internal StoredObject(SimulatedKind kind, JsonObject body, long revision)
    {
        Kind = kind;
        Body = body;
        Revision = revision;
        Name = body.Text("metadata", "name") ?? "";
        Namespace = body.Text("metadata", "namespace") ?? "";
    }

    public SimulatedKind Kind { get; }

    /// <summary>Empty for cluster-scoped kinds.</summary>
    public string Namespace { get; }

    public string Name { get; }

    public string Uid => Body.Text("metadata", "uid") ?? "";

    /// <summary>The number that the object carries as <c>metadata.resourceVersion</c>.</summary>
    public long Revision { get; }

    /// <summary>Read only: a change here would change history.</summary>
    public JsonObject Body { get; }

    /// <summary>The key by which lists are ordered.</summary>
    public string Key => Namespace.Length == 0 ? Name : Namespace + "/" + Name;

    /// <summary>A copy that may be changed.</summary>
    public JsonObject Copy() => (JsonObject)Body.DeepClone();

    /// <summary>The body as it goes over the wire; written once, because lists and watches send the same state many times.</summary>
    internal ReadOnlyMemory<byte> Json
    {
        get
        {
            lock (gate)
            {
                return json ??= WireJson.Bytes(Body);
            }
        }
    }
}
