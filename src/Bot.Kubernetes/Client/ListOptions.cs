namespace Bot.Kubernetes.Client;

/// <summary>How a list is asked for. Without either of the two switches it is one consistent, unpaged read.</summary>
public sealed record ListOptions
{
    public static ListOptions Default { get; } = new();

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Objects a page; null reads everything at once. Never together with <see cref="FromCache"/>, which makes the server ignore it.</summary>
    public int? PageSize { get; init; }

    /// <summary>Lets the server answer from its watch cache (resourceVersion=0): cheap for it, perhaps a little old.</summary>
    public bool FromCache { get; init; }

    /// <summary>Asks for metadata only (PartialObjectMetadata).</summary>
    public bool MetadataOnly { get; init; }
}
