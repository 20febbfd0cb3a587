using Bot.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Endpoints;

/// <summary>A post counts only from a form that this console rendered for this browser.</summary>
public sealed class FormTokenFilter(SessionStore sessions) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType)
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return sessions.Find(http) is { } session && session.IsFormToken(form["form-token"])
            ? await next(context)
            : TypedResults.Redirect("/?stale=1");
    }
}
