using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Writing;

/// <summary>RFC 6902 as the API server applies it: all or nothing, and one and the same 422 for whatever does not fit.</summary>
internal static class JsonPatch
{
    public static ObjectEdit Apply(JsonObject target, JsonNode? patch)
    {
        if (patch is not JsonArray steps)
        {
            var found = patch switch
            {
                JsonObject => "object",
                JsonValue value => value.GetValueKind().ToString().ToLowerInvariant(),
                _ => "null",
            };
            return Failures.BadRequest($"error decoding patch: json: cannot unmarshal {found} into Go value of type []handlers.jsonPatchOp");
        }

        foreach (var step in steps)
        {
            if (step is not JsonObject operation || !Step(target, operation))
            {
                return Failures.PatchRejected();
            }
        }

        return ObjectEdit.To(target);
    }

    private static bool Step(JsonObject target, JsonObject operation)
    {
        if (operation.Text("path") is not { } path)
        {
            return false;
        }

        var place = JsonPointer.Find(target, path);
        var value = operation["value"];
        switch (operation.Text("op"))
        {
            case "test":
                // A path that is missing equals null: that makes "only if absent" possible.
                return JsonNode.DeepEquals(place?.Value, value);
            case "add":
                return place is { } there && there.Add(value?.DeepClone());
            case "replace" when place is { Exists: true } held:
                held.Replace(value?.DeepClone());
                return true;
            case "remove" when place is { Exists: true } gone:
                gone.Remove();
                return true;
            case "copy" or "move" when operation.Text("from") is { } from && JsonPointer.Find(target, from) is { Exists: true } source:
                var moved = source.Value?.DeepClone();
                if (operation.Text("op") == "move")
                {
                    source.Remove();
                }

                return JsonPointer.Find(target, path) is { } goal && goal.Add(moved);
            default:
                return false;
        }
    }
}
