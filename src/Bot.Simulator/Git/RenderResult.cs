using System.Text.Json.Nodes;

namespace Bot.Simulator.Git;

/// <summary>What rendering a path came to: manifests, or the text of the error as Argo CD words it.</summary>
internal sealed record RenderResult(IReadOnlyList<JsonObject> Manifests, string? Error)
{
    public static RenderResult Failed(string error) => new([], error);
}
