namespace Bot.Simulator.Store;

/// <summary>How a store behaves.</summary>
public sealed record StoreOptions
{
    /// <summary>The kinds that are served; default all that the simulator knows.</summary>
    public IReadOnlyList<SimulatedKind> Installed { get; init; } = SimulatedKinds.All;

    /// <summary>Writes remembered for watches; default 5,000.</summary>
    public int HistoryLength { get; init; } = 5_000;

    /// <summary>Seed of uids and generated names, so that a scenario plays the same way each time; default 1.</summary>
    public int Seed { get; init; } = 1;
}
