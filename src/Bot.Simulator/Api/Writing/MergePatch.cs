using System.Text.Json.Nodes;

namespace Bot.Simulator.Api.Writing;

/// <summary>RFC 7386: what is named replaces, null removes, arrays are taken whole.</summary>
internal static class MergePatch
{
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            switch (value)
            {
                case null:
                    target.Remove(key);
                    break;
                case JsonObject child:
                    target[key] = Apply(target[key] is JsonObject held ? (JsonObject)held.DeepClone() : [], child);
                    break;
                default:
                    target[key] = value.DeepClone();
                    break;
            }
        }

        return target;
    }
}
