using Microsoft.AspNetCore.Http;

namespace Bot.Web.Endpoints;

/// <summary>The stylesheet and the one small script, from the assembly itself.</summary>
internal static class AssetEndpoint
{
    public static IResult Serve(string name, string contentType) =>
        typeof(AssetEndpoint).Assembly.GetManifestResourceStream($"Assets/{name}") is { } stream ? TypedResults.Stream(stream, contentType) : TypedResults.NotFound();
}
