using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>When <c>metadata.generation</c> grows.</summary>
internal static class Generations
{
    /// <summary>
    /// A custom resource without a status subresource grows with every change outside its metadata (so an Application grows with every
    /// status write); one with it does not count the status; a built-in kind counts its spec alone.
    /// </summary>
    public static bool Grows(SimulatedKind kind, JsonObject before, JsonObject after)
    {
        if (!kind.HasGeneration)
        {
            return false;
        }

        if (!kind.IsCustom && before.ContainsKey("spec"))
        {
            return !JsonNode.DeepEquals(before["spec"], after["spec"]);
        }

        return before.Select(static field => field.Key)
            .Union(after.Select(static field => field.Key), StringComparer.Ordinal)
            .Any(key => key != "metadata" && !(key == "status" && kind.HasStatus) && !JsonNode.DeepEquals(before[key], after[key]));
    }
}
