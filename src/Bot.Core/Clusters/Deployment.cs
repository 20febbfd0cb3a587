namespace Bot.Core.Clusters;

public sealed record Deployment : Workload
{
    public override string Kind => "Deployment";

    public bool Paused { get; init; }

    /// <summary>Seconds; 600 when the manifest says nothing.</summary>
    public int ProgressDeadlineSeconds { get; init; } = 600;
}
