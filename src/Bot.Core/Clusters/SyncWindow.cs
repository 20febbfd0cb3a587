using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A sync window of an AppProject. Schedules are five-field cron; globs select applications, namespaces and clusters.</summary>
public sealed record SyncWindow
{
    /// <summary>allow or deny.</summary>
    public required string Type { get; init; }

    public required string Schedule { get; init; }

    /// <summary>A Go duration such as <c>1h30m</c>.</summary>
    public required string Duration { get; init; }

    /// <summary>IANA name; UTC when empty.</summary>
    public string TimeZone { get; init; } = "";

    public bool ManualSync { get; init; }

    public bool AndOperator { get; init; }

    public bool SyncOverrun { get; init; }

    public ImmutableArray<string> Applications { get; init; } = [];

    public ImmutableArray<string> Namespaces { get; init; } = [];

    public ImmutableArray<string> Clusters { get; init; } = [];
}
