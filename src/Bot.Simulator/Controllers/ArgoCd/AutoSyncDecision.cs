using System.Text.Json.Nodes;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>What auto-sync came to: an operation to start, or the text of a SyncError, or neither.</summary>
internal sealed record AutoSyncDecision(JsonObject? Operation, string? SyncError)
{
    public static AutoSyncDecision None { get; } = new(null, null);
}
