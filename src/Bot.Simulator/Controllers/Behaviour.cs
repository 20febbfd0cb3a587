namespace Bot.Simulator.Controllers;

/// <summary>How the scenario says that the pods of a workload behave while its conditions hold.</summary>
internal sealed record Behaviour
{
    /// <summary><c>namespace/name</c> of the Deployment, StatefulSet, DaemonSet or Job.</summary>
    public required string Workload { get; init; }

    public required BehaviourKind Kind { get; init; }

    /// <summary>Container logs while it holds.</summary>
    public IReadOnlyList<string> Logs { get; init; } = [];

    /// <summary>Text of the failing probe, the termination message or the exit.</summary>
    public string Message { get; init; } = "";

    /// <summary>Exit code of a crash.</summary>
    public int ExitCode { get; init; } = 1;

    /// <summary>How long a crashing container runs.</summary>
    public TimeSpan Runs { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Holds from this time on; null means always.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Pods that are ready stay so: it touches only pods that start while it holds.</summary>
    public bool OnlyNewPods { get; init; }

    /// <summary>Ends as soon as this Deployment (<c>namespace/name</c>) is there with all its pods ready.</summary>
    public string? UntilReady { get; init; }

    /// <summary>Ends as soon as this Secret (<c>namespace/name</c>) is there.</summary>
    public string? UntilSecret { get; init; }

    /// <summary>Out of memory as long as the container's limit is below this many bytes.</summary>
    public long NeedsMemory { get; init; }

    /// <summary>Holds only for images with this tag; null means every image.</summary>
    public string? Tag { get; init; }
}
