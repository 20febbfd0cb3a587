using System.Text.Json.Nodes;

namespace Bot.Simulator.Api.Tables;

/// <summary>One column that kubectl prints.</summary>
/// <param name="Name">The heading, before kubectl makes it upper case.</param>
/// <param name="Cell">The cell of an object, at that moment.</param>
internal sealed record TableColumn(string Name, Func<JsonObject, DateTimeOffset, JsonNode?> Cell)
{
    /// <summary>0 always shown, above 0 with <c>-o wide</c>.</summary>
    public int Priority { get; init; }

    public string Type { get; init; } = "string";

    public string Format { get; init; } = "";

    public string Description { get; init; } = "";

    public static TableColumn Text(string name, Func<JsonObject, string?> cell, int priority = 0) =>
        new(name, (body, _) => cell(body)) { Priority = priority };

    public static TableColumn Number(string name, Func<JsonObject, long> cell, int priority = 0) =>
        new(name, (body, _) => JsonValue.Create(cell(body))) { Priority = priority, Type = "integer" };

    public static TableColumn Timed(string name, Func<JsonObject, DateTimeOffset, string> cell, int priority = 0) =>
        new(name, (body, now) => cell(body, now)) { Priority = priority };
}
