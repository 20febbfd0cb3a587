using System.Text;
using System.Text.Json.Nodes;
using Bot.Simulator.Api.Tables;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Reading;

/// <summary>How the objects of one kind look in the form that was asked for.</summary>
internal sealed class ObjectView(SimulatedKind kind, MediaForm form, TableView table)
{
    private readonly byte[] typePrefix = Encoding.UTF8.GetBytes($$"""{"kind":"{{kind.Kind}}","apiVersion":"{{kind.ApiVersion}}",""");

    public SimulatedKind Kind => kind;

    public MediaForm Form => form;

    /// <summary>The object as it stands alone.</summary>
    public ReadOnlyMemory<byte> One(StoredObject held) => form switch
    {
        MediaForm.Metadata => WireJson.Bytes(MetadataOf(held.Body)),
        MediaForm.Table => WireJson.Bytes(table.Of([held], held.Body.Text("metadata", "resourceVersion") ?? "", null, null)),
        _ => Whole(held),
    };

    /// <summary>The list of the objects, in parts that need not be joined.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Many(IReadOnlyList<StoredObject> objects, string revision, string? next, long? remaining)
    {
        if (form == MediaForm.Table)
        {
            return [WireJson.Bytes(table.Of(objects, revision, next, remaining))];
        }

        var metadata = form == MediaForm.Json && kind.IsCustom ? SortedListMetadata(revision, next, remaining) : ListMetadata(revision, next, remaining);
        var (head, tail) = form switch
        {
            MediaForm.Metadata => ("{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":" + metadata + ",\"items\":[", "]}"),
            _ when kind.IsCustom => ("{" + $"\"apiVersion\":\"{kind.ApiVersion}\",\"items\":[", $"],\"kind\":\"{kind.Kind}List\",\"metadata\":{metadata}" + "}"),
            _ => ("{" + $"\"kind\":\"{kind.Kind}List\",\"apiVersion\":\"{kind.ApiVersion}\",\"metadata\":{metadata},\"items\":[", "]}"),
        };
        var parts = new List<ReadOnlyMemory<byte>>((objects.Count * 2) + 2) { Encoding.UTF8.GetBytes(head) };
        var comma = ","u8.ToArray();
        foreach (var held in objects)
        {
            if (parts.Count > 1)
            {
                parts.Add(comma);
            }

            AddItem(parts, held);
        }

        parts.Add(Encoding.UTF8.GetBytes(tail));
        return parts;
    }

    public static JsonObject MetadataOf(JsonObject body) => new()
    {
        ["kind"] = "PartialObjectMetadata",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = ObjectShape.Metadata(body.Child("metadata")),
    };

    private void AddItem(List<ReadOnlyMemory<byte>> parts, StoredObject held)
    {
        var one = form == MediaForm.Metadata ? One(held) : Whole(held);
        if (form == MediaForm.Json && !kind.IsCustom && one.Span.StartsWith(typePrefix))
        {
            parts.Add("{"u8.ToArray());
            one = one[typePrefix.Length..];
        }

        parts.Add(one);
    }

    private ReadOnlyMemory<byte> Whole(StoredObject held) => kind.StoredAs is null ? held.Json : WireJson.Bytes(EventView.ToModern(held.Body));

    private static string ListMetadata(string revision, string? next, long? remaining) =>
        "{" + $"\"resourceVersion\":\"{revision}\"" + (next is null ? "" : $",\"continue\":\"{next}\"") + (remaining is null ? "" : $",\"remainingItemCount\":{remaining}") + "}";

    /// <summary>A list of custom resources bears an empty <c>continue</c> on its last page too.</summary>
    private static string SortedListMetadata(string revision, string? next, long? remaining) =>
        "{" + $"\"continue\":\"{next}\"," + (remaining is null ? "" : $"\"remainingItemCount\":{remaining},") + $"\"resourceVersion\":\"{revision}\"" + "}";
}
