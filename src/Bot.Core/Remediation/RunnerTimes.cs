namespace Bot.Core.Remediation;

/// <summary>The runner's patience.</summary>
public sealed record RunnerTimes
{
    public static readonly RunnerTimes Default = new();

    /// <summary>How often the target is read while a step's effect is awaited. Default 1 s.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a goal is judged even when no new snapshot comes. Default 5 s.</summary>
    public TimeSpan Judge { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How much longer a step under way is watched once the program is asked to end. Default 10 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait before a record that could not be written is tried again. Default 5 s.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the cluster is looked at after a lost answer before we say that it cannot be seen. Default 5.</summary>
    public int Looks { get; init; } = 5;
}
