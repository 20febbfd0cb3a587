namespace Bot.Kubernetes.Client;

/// <summary>Which part of a container's log is read. A container that never restarted answers 400 to <see cref="Previous"/>.</summary>
public sealed record LogOptions
{
    public string? Container { get; init; }

    public bool Previous { get; init; }

    public int TailLines { get; init; } = 40;

    /// <summary>Bytes; the cut may fall into a line or a character.</summary>
    public int LimitBytes { get; init; } = 64 * 1024;

    public bool Timestamps { get; init; }
}
