using Bot.Web.Live;
using Bot.Web.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Bot.Web.Endpoints;

/// <summary>The event stream: cards that changed, as HTML for the browser to put in place. Ends when the host stops, so that shutdown never waits for it.</summary>
internal static class EventEndpoint
{
    public static IResult Stream(HttpContext context, SessionStore sessions, LiveCards live, IHostApplicationLifetime lifetime)
    {
        if (sessions.Find(context) is not { } session)
        {
            return TypedResults.NoContent();
        }

        return TypedResults.ServerSentEvents(live.FollowAsync(session, lifetime.ApplicationStopping, context.RequestAborted));
    }
}
