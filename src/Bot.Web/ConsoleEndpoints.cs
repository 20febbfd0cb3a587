using Bot.Web.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web;

/// <summary>The console's addresses: three pages, the forms on them, one event stream, two files.</summary>
public static class ConsoleEndpoints
{
    public static IEndpointConventionBuilder MapBotConsole(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("").AddEndpointFilter<HostFilter>().AddEndpointFilter<SecurityHeaders>();

        group.MapGet("/", PageEndpoints.Conversation);
        group.MapGet("/approvals", PageEndpoints.Approvals);
        group.MapGet("/audit", PageEndpoints.Audit);
        group.MapGet("/complete", CompletionEndpoint.Complete);
        group.MapGet("/events", EventEndpoint.Stream);

        var forms = group.MapGroup("").AddEndpointFilter<FormTokenFilter>().DisableAntiforgery();
        forms.MapPost("/command", FormEndpoints.Command);
        forms.MapPost("/press", FormEndpoints.Press);
        forms.MapPost("/persona", FormEndpoints.Persona);
        forms.MapPost("/language", FormEndpoints.Language);

        group.MapGet("/console.css", () => AssetEndpoint.Serve("console.css", "text/css; charset=utf-8"));
        group.MapGet("/console.js", () => AssetEndpoint.Serve("console.js", "text/javascript; charset=utf-8"));
        return group;
    }
}
