namespace Bot.Core.Clusters;

/// <summary>One of waiting, running, terminated (or none said).</summary>
public sealed record ContainerState(ContainerPhase Phase, string Reason = "", string Message = "", int ExitCode = 0, DateTimeOffset? StartedAt = null, DateTimeOffset? FinishedAt = null)
{
    public static readonly ContainerState None = new(ContainerPhase.None);
}
