using System.Text.Json.Nodes;
using Bot.Simulator.Api.Reading;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Tables;

/// <summary>The objects of one kind as a Table, the form in which <c>kubectl get</c> asks for them.</summary>
internal sealed class TableView(SimulatedKind kind, TimeProvider clock, string includeObject)
{
    private readonly IReadOnlyList<TableColumn> columns = TableColumns.Of(kind);

    public JsonObject Of(IReadOnlyList<StoredObject> objects, string revision, string? next, long? remaining)
    {
        var metadata = new JsonObject { ["resourceVersion"] = revision };
        if (next is not null)
        {
            metadata["continue"] = next;
        }

        if (remaining is not null)
        {
            metadata["remainingItemCount"] = remaining;
        }

        var now = clock.GetUtcNow();
        var rows = new JsonArray();
        foreach (var held in objects)
        {
            rows.Add((JsonNode)Row(held.Body, now));
        }

        return new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = metadata,
            ["columnDefinitions"] = new JsonArray([.. columns.Select(static column => (JsonNode)Definition(column))]),
            ["rows"] = rows,
        };
    }

    public static JsonObject Bookmark(JsonObject mark, string revision) => new()
    {
        ["kind"] = "Table",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = new JsonObject { ["resourceVersion"] = revision },
        ["columnDefinitions"] = null,
        ["rows"] = new JsonArray(new JsonObject { ["cells"] = null, ["object"] = mark }),
    };

    private JsonObject Row(JsonObject body, DateTimeOffset now)
    {
        var row = new JsonObject { ["cells"] = new JsonArray([.. columns.Select(column => column.Cell(body, now))]) };
        row["object"] = includeObject switch
        {
            "None" => null,
            "Object" => body.DeepClone(),
            _ => ObjectView.MetadataOf(body),
        };
        return row;
    }

    private static JsonObject Definition(TableColumn column) => new()
    {
        ["name"] = column.Name,
        ["type"] = column.Type,
        ["format"] = column.Format,
        ["description"] = column.Description,
        ["priority"] = column.Priority,
    };
}
