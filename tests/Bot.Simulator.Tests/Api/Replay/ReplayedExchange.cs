using System.Text.Json.Nodes;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>An exchange that the simulator is asked to repeat.</summary>
internal sealed record ReplayedExchange(string Name, Action<ReplayStage>? Given = null)
{
    /// <summary>The token of the caller: admin, none, role; empty sends none.</summary>
    public string Token { get; init; } = "admin";

    /// <summary>Paths that may differ here, beyond those that may differ everywhere, each for the reason given beside it.</summary>
    public IReadOnlyList<string> MayDiffer { get; init; } = [];

    /// <summary>Seconds that the clock is moved while a stream is open, so that it ends.</summary>
    public int StreamSeconds { get; init; }

    /// <summary>What is compared when the whole body cannot be.</summary>
    public Func<JsonObject, JsonNode?>? Part { get; init; }

    /// <summary>The status and headers alone are compared.</summary>
    public bool HeadOnly { get; init; }
}
