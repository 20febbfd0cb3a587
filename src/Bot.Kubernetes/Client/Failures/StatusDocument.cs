namespace Bot.Kubernetes.Client.Failures;

/// <summary>A <c>kind: Status</c> as the server sends it, from JSON or protobuf.</summary>
internal sealed record StatusDocument
{
    public int Code { get; init; }

    public string Message { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Name { get; init; } = "";

    public string Group { get; init; } = "";

    public string Kind { get; init; } = "";

    public int RetryAfterSeconds { get; init; }

    public IReadOnlyList<FailureCause> Causes { get; init; } = [];
}
