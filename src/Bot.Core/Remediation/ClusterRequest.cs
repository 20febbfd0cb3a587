namespace Bot.Core.Remediation;

/// <summary>One exact write to a cluster, as people approve it: nothing of it is decided later.</summary>
public sealed record ClusterRequest
{
    public required ClusterVerb Verb { get; init; }

    /// <summary>Empty for the core group.</summary>
    public string Group { get; init; } = "";

    public required string Version { get; init; }

    /// <summary>The plural resource name of the URL.</summary>
    public required string Resource { get; init; }

    public required string Kind { get; init; }

    public string Namespace { get; init; } = "";

    public required string Name { get; init; }

    /// <summary>Such as <c>finalize</c> or <c>scale</c>; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>JSON text; for a delete the DeleteOptions.</summary>
    public required string Body { get; init; }
}
