using System.Text.Json.Nodes;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Writing;

/// <summary>Reads DeleteOptions from the query and from a body in JSON or protobuf.</summary>
internal static class DeleteOptions
{
    public static DeleteRequest Read(IQueryCollection query, RequestBody body)
    {
        var request = body.IsProtobuf ? FromProtobuf(ProtobufMessage.Open(body.Bytes)) : FromJson(body.Json());
        if (query.TryGetValue("gracePeriodSeconds", out var grace) && long.TryParse(grace.ToString(), out var seconds))
        {
            request = request with { GracePeriodSeconds = seconds };
        }

        if (query.TryGetValue("propagationPolicy", out var policy))
        {
            request = request with { Propagation = Policy(policy.ToString()) };
        }

        return query["dryRun"].ToString() == "All" ? request with { DryRun = true } : request;
    }

    public static DeleteRequest FromJson(JsonNode? options) => new()
    {
        Uid = options.Text("preconditions", "uid"),
        ResourceVersion = options.Text("preconditions", "resourceVersion"),
        Propagation = options.Flag("orphanDependents") ? PropagationPolicy.Orphan : Policy(options.Text("propagationPolicy")),
        GracePeriodSeconds = options.Number("gracePeriodSeconds"),
        DryRun = options.Texts("dryRun").Contains("All", StringComparer.Ordinal),
    };

    public static DeleteRequest FromProtobuf(ProtobufMessage? options) => new()
    {
        Uid = options?.Message(2)?.Text(1),
        ResourceVersion = options?.Message(2)?.Text(2),
        Propagation = Policy(options?.Text(4)),
        GracePeriodSeconds = options?.Number(1),
        DryRun = options?.Texts(5).Contains("All", StringComparer.Ordinal) ?? false,
    };

    private static PropagationPolicy Policy(string? text) => text switch
    {
        "Foreground" => PropagationPolicy.Foreground,
        "Orphan" => PropagationPolicy.Orphan,
        _ => PropagationPolicy.Background,
    };
}
