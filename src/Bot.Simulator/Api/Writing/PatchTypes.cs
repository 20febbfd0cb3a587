using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Writing;

/// <summary>The kinds of patch by their media type.</summary>
internal static class PatchTypes
{
    private const string JsonType = "application/json-patch+json";
    private const string MergeType = "application/merge-patch+json";
    private const string StrategicType = "application/strategic-merge-patch+json";
    private const string ApplyType = "application/apply-patch+yaml";

    /// <summary>The edit that a patch makes; refused are types that the kind does not take.</summary>
    public static Func<JsonObject, ObjectEdit> Edit(SimulatedKind kind, string contentType, JsonNode? patch)
    {
        var type = contentType.Split(';')[0].Trim();
        return type switch
        {
            JsonType => body => JsonPatch.Apply(body, patch),
            MergeType when patch is JsonObject merge => body => ObjectEdit.To(MergePatch.Apply(body, merge)),
            StrategicType when !kind.IsCustom && patch is JsonObject merge => body => ObjectEdit.To(StrategicPatch.Apply(body, merge)),
            MergeType or StrategicType when !kind.IsCustom || type == MergeType => _ => Failures.BadRequest("error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}"),
            _ => _ => Unsupported(kind),
        };
    }

    public static bool IsApply(string contentType) => contentType.StartsWith(ApplyType, StringComparison.Ordinal);

    /// <summary>Server-side apply is not simulated: it is answered like a type that nobody knows.</summary>
    private static StatusFailure Unsupported(SimulatedKind kind)
    {
        var accepted = kind.IsCustom ? $"{JsonType}, {MergeType}, {ApplyType}" : $"{JsonType}, {MergeType}, {StrategicType}, {ApplyType}";
        return new StatusFailure(415, "UnsupportedMediaType", "the body of the request was in an unknown format - accepted media types include: " + accepted);
    }
}
