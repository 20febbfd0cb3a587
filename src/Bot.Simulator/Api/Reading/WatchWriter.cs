using System.Text.Json.Nodes;
using Bot.Simulator.Api.Tables;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Reading;

/// <summary>Writes the events of one watch.</summary>
internal sealed class WatchWriter(HttpResponse response, ObjectView view, TableView table, CancellationToken cancellationToken)
{
    private static readonly byte[] End = "}\n"u8.ToArray();
    private bool columnsTold;

    public SimulatedKind Kind => view.Kind;

    public async Task StartAsync()
    {
        response.StatusCode = 200;
        response.ContentType = ApiAnswer.JsonType;
        await response.StartAsync(cancellationToken);
        await FlushAsync();
    }

    public async Task FlushAsync() => await response.Body.FlushAsync(cancellationToken);

    public Task WriteAsync(string type, StoredObject held)
    {
        if (view.Form != MediaForm.Table)
        {
            return LineAsync(type, view.One(held));
        }

        var one = table.Of([held], held.Body.Text("metadata", "resourceVersion") ?? "", null, null);
        if (columnsTold)
        {
            one["columnDefinitions"] = null;
        }

        columnsTold = true;
        return LineAsync(type, WireJson.Bytes(one));
    }

    public Task WriteErrorAsync(StatusFailure failure) => LineAsync("ERROR", WireJson.Bytes(failure.ToJson()));

    public Task WriteBookmarkAsync(long revision, bool initialEnd)
    {
        var metadata = new JsonObject { ["resourceVersion"] = $"{revision}" };
        if (initialEnd)
        {
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        }

        var mark = new JsonObject { ["kind"] = Kind.Kind, ["apiVersion"] = Kind.ApiVersion, ["metadata"] = metadata };
        var shaped = view.Form == MediaForm.Json ? ObjectShape.Shape(Kind, mark) : ObjectView.MetadataOf(mark);
        if (Kind == SimulatedKinds.Pod && view.Form == MediaForm.Json)
        {
            shaped["spec"] = new JsonObject { ["containers"] = null };
            shaped["status"] = new JsonObject();
        }

        return view.Form == MediaForm.Table
            ? LineAsync("BOOKMARK", WireJson.Bytes(TableView.Bookmark(shaped, $"{revision}")))
            : LineAsync("BOOKMARK", WireJson.Bytes(shaped));
    }

    private async Task LineAsync(string type, ReadOnlyMemory<byte> body)
    {
        await response.Body.WriteAsync(System.Text.Encoding.ASCII.GetBytes("{\"type\":\"" + type + "\",\"object\":"), cancellationToken);
        await response.Body.WriteAsync(body, cancellationToken);
        await response.Body.WriteAsync(End, cancellationToken);
    }
}
