using Bot.Core.Commands;
using Bot.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Endpoints;

/// <summary>Suggestions for a half-typed command line.</summary>
internal static class CompletionEndpoint
{
    private const int LongestLine = 500;

    public static async Task<IResult> Complete(string? line, HttpContext context, SessionStore sessions, ConsoleSettings settings, CommandDispatcher dispatcher, CancellationToken cancellationToken)
    {
        if (sessions.Find(context) is not { } session || line is null or { Length: > LongestLine })
        {
            return TypedResults.Json(Array.Empty<CompletionItem>());
        }

        var items = await dispatcher.CompleteAsync(line, Viewer.ActorOf(session), Viewer.LocalizerOf(session, settings), cancellationToken);
        return TypedResults.Json(items);
    }
}
