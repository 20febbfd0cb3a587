using Bot.Configuration;
using Bot.Core.Approval;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Hosting.Endpoints;

/// <summary>Where acting commands of a terminal arrive: one address, a personal token, a line of the catalogue.</summary>
public static class CommandApi
{
    public const string Path = "/api/command";
    private const int LongestLine = 500;

    public static void MapCommandApi(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext http, CommandRequest request, ITokenStore tokens, IPeopleDirectory people, CommandDispatcher dispatcher, LoadedConfiguration configuration, CancellationToken cancellationToken)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal)
            || await tokens.FindAsync(header["Bearer ".Length..], cancellationToken) is not { } token
            || people.ById(token.PersonId) is not { } person)
        {
            return Results.Unauthorized();
        }

        if (request.Line.Length is 0 or > LongestLine)
        {
            return Results.BadRequest();
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(configuration.Options.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        var localizer = new Localizer(request.Language == "ko" ? Language.Ko : Language.En, zone);
        var result = await dispatcher.ExecuteAsync(request.Line, new Actor("cli", person.Id, person.DisplayName, person), localizer, "", cancellationToken);
        return Results.Json(result, CommandTransport.Json);
    }
}
