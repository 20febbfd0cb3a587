using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>A refusal of the API server: the <c>Status</c> that goes to the caller.</summary>
public sealed record StatusFailure(int Code, string? Reason, string Message, StatusDetails? Details = null)
{
    /// <summary>The token with which an expired list may go on; null where there is none.</summary>
    public string? Continue { get; init; }

    /// <summary>The Status object.</summary>
    public JsonObject ToJson()
    {
        var status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = Continue is null ? [] : new JsonObject { ["continue"] = Continue },
            ["status"] = "Failure",
            ["message"] = Message,
        };
        if (Reason is not null)
        {
            status["reason"] = Reason;
        }

        if (Details is not null)
        {
            status["details"] = Write(Details);
        }

        status["code"] = Code;
        return status;
    }

    internal static JsonObject Write(StatusDetails details)
    {
        var json = new JsonObject();
        AddText(json, "name", details.Name);
        AddText(json, "group", details.Group);
        AddText(json, "kind", details.Kind);
        AddText(json, "uid", details.Uid);
        if (details.Causes.Count > 0)
        {
            var causes = new JsonArray();
            foreach (var cause in details.Causes)
            {
                var entry = new JsonObject { ["reason"] = cause.Reason, ["message"] = cause.Message };
                AddText(entry, "field", cause.Field);
                causes.Add((JsonNode)entry);
            }

            json["causes"] = causes;
        }

        if (details.RetryAfterSeconds > 0)
        {
            json["retryAfterSeconds"] = details.RetryAfterSeconds;
        }

        return json;
    }

    private static void AddText(JsonObject json, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json[key] = value;
        }
    }
}
