using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Addresses and images of an application, as its status sums them up.</summary>
internal static class ApplicationSummary
{
    public static JsonObject Of(Comparison comparison)
    {
        var summary = new JsonObject();
        var live = comparison.Resources.Select(static resource => resource.Live?.Body).OfType<JsonObject>().ToList();
        Add(summary, "externalURLs", live.Where(static body => body.Text("kind") == "Ingress" && body.At("status", "loadBalancer", "ingress") is not null)
            .SelectMany(static body => body.Objects("spec", "rules")).Select(static rule => rule.Text("host")).OfType<string>().Select(static host => $"https://{host}/"));
        Add(summary, "images", live.SelectMany(static body => body.Objects("spec", "template", "spec", "containers"))
            .Select(static container => container.Text("image")).OfType<string>());
        return summary;
    }

    private static void Add(JsonObject summary, string key, IEnumerable<string> texts)
    {
        var sorted = texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static text => (JsonNode)text).ToArray();
        if (sorted.Length > 0)
        {
            summary[key] = new JsonArray(sorted);
        }
    }
}
