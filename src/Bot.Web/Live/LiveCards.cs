using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Core.Approval;
using Bot.Core.Chat;
using Bot.Web.Pages;
using Bot.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Bot.Web.Live;

/// <summary>Follows the approval desk and sends each browser the cards that changed, rendered for the person who looks.</summary>
public sealed class LiveCards(IServiceProvider services, ILoggerFactory loggers, IApprovalDesk desk, RequestCards cards)
{
    private const int Waiting = 64;

    /// <summary>Ends quietly when the browser leaves or the host stops. A slow browser loses the oldest changes: each card carries the whole state.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(Session session, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        var changes = Channel.CreateBounded<ApprovalRequest>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        using var subscription = desk.Subscribe(request => changes.Writer.TryWrite(request));
        await using var ended = end.Token.Register(() => changes.Writer.TryComplete());

        // The first item opens the stream at once, so that the browser knows it is live.
        yield return new SseItem<string>("{}", "hello");
        await using var renderer = new HtmlRenderer(services, loggers);
        while (await changes.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (changes.Reader.TryRead(out var request))
            {
                var card = cards.Of(request, session);
                session.Replace(card);
                yield return new SseItem<string>(JsonSerializer.Serialize(new { key = card.Key, html = await RenderAsync(renderer, session, card) }), "card");
            }
        }
    }

    private static Task<string> RenderAsync(HtmlRenderer renderer, Session session, Card card) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(CardView.Card)] = card,
            [nameof(CardView.FormToken)] = session.FormToken,
        });
        return (await renderer.RenderComponentAsync<CardView>(parameters)).ToHtmlString();
    });
}
