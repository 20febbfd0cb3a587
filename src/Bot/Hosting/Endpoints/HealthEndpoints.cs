using Bot.Clusters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Hosting.Endpoints;

/// <summary>Alive, ready, measured.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => TypedResults.Text("ok\n"));
        endpoints.MapGet("/readyz", (ObservedClusters clusters) =>
        {
            var waiting = clusters.All.Where(cluster => cluster.Current is null).Select(cluster => cluster.Name).ToArray();
            return waiting.Length == 0
                ? TypedResults.Text("ok\n")
                : Results.Text($"first look not finished: {string.Join(", ", waiting)}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        });
        endpoints.MapGet("/metrics", (BotMetrics metrics) => TypedResults.Text(metrics.Text(), "text/plain; version=0.0.4"));
    }
}
