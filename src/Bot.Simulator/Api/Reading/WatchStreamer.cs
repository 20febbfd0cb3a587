using System.Text.Json.Nodes;
using Bot.Simulator.Api.Selection;
using Bot.Simulator.Api.Tables;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Reading;

/// <summary>Answers a watch: an endless body, one event a line.</summary>
internal sealed class WatchStreamer(ObjectStore store, CancellationToken stopping)
{
    private static readonly TimeSpan DefaultLength = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan BookmarkEvery = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LastBookmark = TimeSpan.FromSeconds(2);

    public async Task<ApiAnswer?> StreamAsync(HttpContext context, ObjectView view, TableView table, string ns)
    {
        var query = context.Request.Query;
        var (selection, badSelector) = ObjectSelection.Read(view.Kind, query);
        var (request, refusal) = WatchQuery.Read(query);
        if (selection is null || request is null)
        {
            return ApiAnswer.Refusal((badSelector ?? refusal)!);
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var watch = store.TryWatch(view.Kind, ns, request.FromNow ? null : request.Revision);
        var writer = new WatchWriter(context.Response, view, table, ending.Token);
        await writer.StartAsync();
        if (watch is null)
        {
            await writer.WriteErrorAsync(Failures.TooOld(request.Revision ?? 0, store.ForgottenRevision));
            return null;
        }

        try
        {
            await InitialAsync(writer, watch, selection, request);
            await FollowAsync(writer, watch, selection, request, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client hung up or the server stops: both end a watch in good order.
        }

        return null;
    }

    private static async Task InitialAsync(WatchWriter writer, StoreWatch watch, ObjectSelection selection, WatchQuery request)
    {
        foreach (var held in watch.Initial.Where(held => selection.Matches(held.Body)))
        {
            await writer.WriteAsync("ADDED", held);
        }

        if (request.WantsInitialEnd)
        {
            await writer.WriteBookmarkAsync(watch.Revision, initialEnd: true);
        }

        await writer.FlushAsync();
    }

    private async Task FollowAsync(WatchWriter writer, StoreWatch watch, ObjectSelection selection, WatchQuery request, CancellationToken cancellationToken)
    {
        var clock = store.Clock;
        var end = clock.GetUtcNow() + (request.Timeout ?? DefaultLength);
        var bookmarks = request.Bookmarks && writer.Kind.Storage != SimulatedKinds.Event;
        var nextBookmark = clock.GetUtcNow() + BookmarkEvery;
        var lastBookmark = end - LastBookmark;
        var seen = watch.Revision;
        while (true)
        {
            while (watch.Changes.TryRead(out var change))
            {
                seen = change.Revision;
                await WriteChangeAsync(writer, change, selection);
            }

            await writer.FlushAsync();
            var now = clock.GetUtcNow();
            if (now >= end)
            {
                return;
            }

            if (bookmarks && (now >= nextBookmark || now >= lastBookmark))
            {
                await writer.WriteBookmarkAsync(Math.Max(seen, store.Revision), initialEnd: false);
                await writer.FlushAsync();
                nextBookmark = now + BookmarkEvery;
                lastBookmark = now >= lastBookmark ? DateTimeOffset.MaxValue : lastBookmark;
            }

            var due = !bookmarks ? end : Earliest(end, nextBookmark, lastBookmark);
            using var wait = new CancellationTokenSource(due - now, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancellationToken);
            await WaitAsync(watch, either.Token, cancellationToken);
        }
    }

    /// <summary>Waits for the next change, or until it is time for something else.</summary>
    private static async Task WaitAsync(StoreWatch watch, CancellationToken either, CancellationToken ending)
    {
        try
        {
            await watch.Changes.WaitToReadAsync(either);
        }
        catch (OperationCanceledException) when (!ending.IsCancellationRequested)
        {
            // It is time for a bookmark or the end.
        }
    }

    /// <summary>What leaves a selection is told as deleted, with the labels it had; what enters it as added.</summary>
    private static Task WriteChangeAsync(WatchWriter writer, ObjectChange change, ObjectSelection selection)
    {
        var had = change.Previous is { } previous && selection.Matches(previous.Body);
        var has = change.Type != ChangeType.Deleted && selection.Matches(change.Object.Body);
        return (had, has) switch
        {
            (false, true) => writer.WriteAsync("ADDED", change.Object),
            (true, true) => writer.WriteAsync("MODIFIED", change.Object),
            (true, false) => writer.WriteAsync("DELETED", change.Type == ChangeType.Deleted ? change.Object : AtRevision(change.Previous!, change.Revision)),
            _ => Task.CompletedTask,
        };
    }

    private static StoredObject AtRevision(StoredObject held, long revision)
    {
        var body = held.Copy();
        body["metadata"]!["resourceVersion"] = JsonValue.Create($"{revision}");
        return new StoredObject(held.Kind, body, revision);
    }

    private static DateTimeOffset Earliest(params ReadOnlySpan<DateTimeOffset> times)
    {
        var earliest = times[0];
        foreach (var time in times)
        {
            earliest = time < earliest ? time : earliest;
        }

        return earliest;
    }
}
