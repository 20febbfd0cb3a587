using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Writing;

/// <summary>Strategic merge for built-in kinds: like a merge patch, but known lists are merged entry by entry.</summary>
internal static class StrategicPatch
{
    private const string Directive = "$patch";
    private const string DeletePrimitives = "$deleteFromPrimitiveList/";
    private const string OrderPrefix = "$setElementOrder/";
    private const string RetainKeys = "$retainKeys";

    private static readonly Dictionary<string, string> MergeKeys = new(StringComparer.Ordinal)
    {
        ["containers"] = "name",
        ["initContainers"] = "name",
        ["ephemeralContainers"] = "name",
        ["env"] = "name",
        ["volumes"] = "name",
        ["volumeMounts"] = "mountPath",
        ["volumeDevices"] = "devicePath",
        ["imagePullSecrets"] = "name",
        ["hostAliases"] = "ip",
        ["topologySpreadConstraints"] = "topologyKey",
        ["ownerReferences"] = "uid",
        ["conditions"] = "type",
        ["webhooks"] = "name",
        ["secrets"] = "name",
    };

    private static readonly string[] PrimitiveLists = ["finalizers"];

    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        if (patch.Text(Directive) == "replace")
        {
            return Plain(patch);
        }

        if (patch[RetainKeys] is JsonArray retained)
        {
            var kept = retained.Select(static key => key?.ToString()).ToHashSet(StringComparer.Ordinal);
            foreach (var key in target.Select(static field => field.Key).Where(key => !kept.Contains(key)).ToList())
            {
                target.Remove(key);
            }
        }

        foreach (var (key, value) in patch)
        {
            if (key.StartsWith(DeletePrimitives, StringComparison.Ordinal))
            {
                RemovePrimitives(target, key[DeletePrimitives.Length..], value);
            }
            else if (!key.StartsWith('$'))
            {
                Merge(target, key, value);
            }
        }

        foreach (var (key, value) in patch)
        {
            if (key.StartsWith(OrderPrefix, StringComparison.Ordinal) && value is JsonArray order)
            {
                Reorder(target, key[OrderPrefix.Length..], order);
            }
        }

        return target;
    }

    private static void Merge(JsonObject target, string key, JsonNode? value)
    {
        switch (value)
        {
            case null:
                target.Remove(key);
                break;
            case JsonObject child when child.Text(Directive) == "delete":
                target.Remove(key);
                break;
            case JsonObject child:
                target[key] = Apply(target[key] is JsonObject held ? (JsonObject)held.DeepClone() : [], child);
                break;
            case JsonArray list when KeyOf(key, list) is { } mergeKey:
                target[key] = MergeList(target[key] as JsonArray, list, mergeKey);
                break;
            case JsonArray list when PrimitiveLists.Contains(key, StringComparer.Ordinal):
                target[key] = new JsonArray([.. target.Texts(key).Union(list.Select(static item => item!.ToString()), StringComparer.Ordinal).Select(static text => (JsonNode)text)]);
                break;
            default:
                target[key] = value.DeepClone();
                break;
        }
    }

    private static JsonArray MergeList(JsonArray? held, JsonArray patch, string mergeKey)
    {
        var entries = (held?.OfType<JsonObject>() ?? []).Select(static entry => (JsonObject)entry.DeepClone()).ToList();
        if (patch.OfType<JsonObject>().Any(static entry => entry.Text(Directive) == "replace"))
        {
            entries.Clear();
        }

        foreach (var change in patch.OfType<JsonObject>())
        {
            var at = entries.FindIndex(entry => JsonNode.DeepEquals(entry[mergeKey], change[mergeKey]));
            if (change.Text(Directive) == "delete")
            {
                entries.RemoveAll(entry => JsonNode.DeepEquals(entry[mergeKey], change[mergeKey]));
            }
            else if (at >= 0)
            {
                entries[at] = Apply(entries[at], change);
            }
            else if (change.ContainsKey(mergeKey))
            {
                entries.Add(Plain(change));
            }
        }

        return new JsonArray([.. entries]);
    }

    private static void RemovePrimitives(JsonObject target, string key, JsonNode? value)
    {
        if (target[key] is JsonArray held && value is JsonArray gone)
        {
            held.RemoveAll(item => gone.Any(other => JsonNode.DeepEquals(item, other)));
        }
    }

    private static void Reorder(JsonObject target, string key, JsonArray order)
    {
        if (target[key] is not JsonArray held || held.OfType<JsonObject>().Count() != held.Count || KeyOf(key, held) is not { } mergeKey)
        {
            return;
        }

        var wanted = order.Select(entry => entry is JsonObject map ? map[mergeKey]?.ToString() : entry?.ToString()).ToList();
        int Rank(JsonNode? entry)
        {
            var at = wanted.IndexOf(entry.At(mergeKey)?.ToString());
            return at < 0 ? wanted.Count : at;
        }

        target[key] = new JsonArray([.. held.OrderBy(Rank).Select(static entry => entry?.DeepClone())]);
    }

    /// <summary>Ports of a container merge by <c>containerPort</c>, those of a Service by <c>port</c>.</summary>
    private static string? KeyOf(string key, JsonArray list)
    {
        if (key == "ports")
        {
            return list.OfType<JsonObject>().Any(static port => port.ContainsKey("containerPort")) ? "containerPort" : list.Count > 0 ? "port" : null;
        }

        return MergeKeys.GetValueOrDefault(key);
    }

    private static JsonObject Plain(JsonObject patch)
    {
        var plain = new JsonObject();
        foreach (var (key, value) in patch)
        {
            if (!key.StartsWith('$') && value is not null)
            {
                plain[key] = value is JsonObject child ? Plain(child) : value.DeepClone();
            }
        }

        return plain;
    }
}
