namespace Bot.Kubernetes.Client;

/// <summary>What a watch selects; the same selectors as the list before it.</summary>
public sealed record WatchOptions
{
    public static WatchOptions Default { get; } = new();

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Asks for metadata only (PartialObjectMetadata).</summary>
    public bool MetadataOnly { get; init; }

    /// <summary>How long the server keeps one watch request open; up to twice as long, by chance, so that watches do not end together.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
