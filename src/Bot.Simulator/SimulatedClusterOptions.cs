using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Simulator;

/// <summary>Which scenario a simulated cluster plays, and how.</summary>
public sealed record SimulatedClusterOptions
{
    /// <summary>Name of the scenario; default <c>seed-002</c>.</summary>
    public string Scenario { get; init; } = "seed-002";

    /// <summary>A directory whose <c>NAME.yaml</c> files come before the built-in ones; null for those alone.</summary>
    public string? ScenarioDirectory { get; init; }

    /// <summary>The clock; the scenario starts at its present.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Names of pods, addresses, uids; null takes a fixed seed, so that a scenario looks the same each time.</summary>
    public Random? Random { get; init; }

    /// <summary>The port on 127.0.0.1; default 0, any free one.</summary>
    public int Port { get; init; }

    /// <summary>TLS with an authority of its own; default true.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>How often the controllers look; default half a second. Null: only when <see cref="SimulatedCluster.Tick"/> is called, for tests.</summary>
    public TimeSpan? TickInterval { get; init; } = TimeSpan.FromSeconds(0.5);

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
