namespace Bot.Core.Clusters;

/// <summary>Limit -1 is endless. <c>Refresh</c> (3.2 and later) takes the newest revision at each attempt. Durations are Go durations.</summary>
public sealed record SyncRetry(long Limit, string BackoffDuration, long BackoffFactor, string BackoffMaxDuration, bool Refresh);
