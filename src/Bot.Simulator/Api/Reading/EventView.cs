using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Reading;

/// <summary>Shows a core Event as events.k8s.io shows it, and takes one of that form back.</summary>
internal static class EventView
{
    private static readonly (string Core, string Modern)[] Names =
    [
        ("involvedObject", "regarding"), ("message", "note"), ("reportingComponent", "reportingController"), ("source", "deprecatedSource"),
        ("firstTimestamp", "deprecatedFirstTimestamp"), ("lastTimestamp", "deprecatedLastTimestamp"), ("count", "deprecatedCount"),
    ];

    private static readonly string[] ModernOrder =
    [
        "kind", "apiVersion", "metadata", "eventTime", "series", "reportingController", "reportingInstance", "action", "reason", "regarding", "related", "note", "type",
        "deprecatedSource", "deprecatedFirstTimestamp", "deprecatedLastTimestamp", "deprecatedCount",
    ];

    private static readonly string[] MayBeNull = ["eventTime", "deprecatedFirstTimestamp", "deprecatedLastTimestamp"];

    public static JsonObject ToModern(JsonObject core)
    {
        var renamed = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (key, value) in core)
        {
            renamed[Names.FirstOrDefault(name => name.Core == key).Modern ?? key] = value;
        }

        renamed["apiVersion"] = SimulatedKinds.EventOfEventsGroup.ApiVersion;
        renamed.TryAdd("deprecatedSource", new JsonObject());
        var modern = new JsonObject();
        foreach (var key in ModernOrder)
        {
            if ((renamed.TryGetValue(key, out var value) && value is not null) || MayBeNull.Contains(key, StringComparer.Ordinal))
            {
                modern[key] = value?.DeepClone();
            }
        }

        return modern;
    }

    public static JsonObject ToCore(JsonObject modern)
    {
        var core = new JsonObject();
        foreach (var (key, value) in modern)
        {
            core[Names.FirstOrDefault(name => name.Modern == key).Core ?? key] = value?.DeepClone();
        }

        core["apiVersion"] = SimulatedKinds.Event.ApiVersion;
        return core;
    }
}
