namespace Bot.Core.Clusters;

public sealed record CronJob : ClusterObject
{
    public override string Kind => "CronJob";

    public string Schedule { get; init; } = "";

    /// <summary>IANA name; empty means the zone of the controller manager.</summary>
    public string TimeZone { get; init; } = "";

    public bool Suspended { get; init; }

    public string ConcurrencyPolicy { get; init; } = "";

    public int Active { get; init; }

    public DateTimeOffset? LastScheduleAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public PodTemplate? Template { get; init; }
}
