using Microsoft.AspNetCore.Http;

namespace Bot.Web.Endpoints;

/// <summary>Refuses a request whose Host header is not one of ours (a foreign page with a rebound name).</summary>
public sealed class HostFilter(ConsoleSettings settings) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var host = context.HttpContext.Request.Host.Host;
        return settings.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
            ? await next(context)
            : TypedResults.Text("This console does not answer to that host name.", statusCode: StatusCodes.Status421MisdirectedRequest);
    }
}
