namespace Bot.Core.Clusters;

/// <summary><c>status.operationState</c>. A <see cref="FinishedAt"/> with phase Running means: waiting for a retry.</summary>
public sealed record OperationState
{
    /// <summary>Running, Terminating, Failed, Error or Succeeded.</summary>
    public string Phase { get; init; } = "";

    public string Message { get; init; } = "";

    /// <summary>The first attempt; kept across retries.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public long RetryCount { get; init; }

    /// <summary>The operation as it was when it started.</summary>
    public RequestedOperation? Operation { get; init; }

    public SyncResult? SyncResult { get; init; }

    public bool IsCompleted => Phase is "Succeeded" or "Failed" or "Error";
}
