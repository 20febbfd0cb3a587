using System.Text.Json.Nodes;
using Bot.Simulator.Api.Selection;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Tables;

/// <summary>Columns that many kinds share.</summary>
internal static class CommonColumns
{
    public const string None = "<none>";

    public static TableColumn Name { get; } = new("Name", static (body, _) => body.Text("metadata", "name")) { Format = "name", Description = "Name must be unique within a namespace." };

    public static TableColumn Age { get; } = TableColumn.Timed("Age", static (body, now) => Ages.Of(body, now, "metadata", "creationTimestamp"));

    /// <summary>Names, images and selector of a workload, shown with <c>-o wide</c>.</summary>
    public static IReadOnlyList<TableColumn> Containers { get; } =
    [
        TableColumn.Text("Containers", static body => Join(PodSpec(body).Objects("containers").Select(static container => container.Text("name"))), 1),
        TableColumn.Text("Images", static body => Join(PodSpec(body).Objects("containers").Select(static container => container.Text("image"))), 1),
    ];

    public static TableColumn Selector { get; } = TableColumn.Text("Selector", static body => OrNone(SelectorOf(body.At("spec", "selector"))), 1);

    public static string OrNone(string? text) => string.IsNullOrEmpty(text) ? None : text;

    public static string Join(IEnumerable<string?> texts) => string.Join(',', texts);

    private static JsonNode? PodSpec(JsonObject body) => body.At("spec", "template", "spec") ?? body.At("spec", "jobTemplate", "spec", "template", "spec");

    private static string SelectorOf(JsonNode? selector) => selector.At("matchLabels") is null && selector.At("matchExpressions") is null && selector is JsonObject plain
        ? Join(plain.Select(static pair => $"{pair.Key}={pair.Value}"))
        : LabelSelector.Of(selector).ToString();
}
