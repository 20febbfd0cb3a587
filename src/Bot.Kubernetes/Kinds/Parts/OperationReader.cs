using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>The <c>operation</c> of an Application: at the top level, and as a copy in its operation state.</summary>
internal static class OperationReader
{
    public static RequestedOperation? Read(JsonElement operation)
    {
        if (operation.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var sync = operation.At("sync"u8);
        return new RequestedOperation
        {
            HasSync = sync.ValueKind == JsonValueKind.Object,
            Revision = sync.At("revision"u8).Text(),
            Revisions = RepeatedParts.Once(sync.At("revisions"u8).Texts()),
            Prune = sync.At("prune"u8).Bool(),
            DryRun = sync.At("dryRun"u8).Bool(),
            IsPartial = sync.At("resources"u8) is { ValueKind: JsonValueKind.Array } chosen && chosen.GetArrayLength() > 0,
            InitiatedBy = operation.At("initiatedBy"u8, "username"u8).Text(),
            Automated = operation.At("initiatedBy"u8, "automated"u8).Bool(),
            Retry = Retry(operation.At("retry"u8)),
            SyncOptions = RepeatedParts.Once(sync.At("syncOptions"u8).Texts()),
            SelfHealAttempts = sync.At("autoHealAttemptsCount"u8).Long(),
        };
    }

    /// <summary>An absent limit is 0: no retry.</summary>
    public static SyncRetry? Retry(JsonElement retry) => retry.ValueKind != JsonValueKind.Object ? null : new SyncRetry(
        retry.At("limit"u8).Long(),
        retry.At("backoff"u8, "duration"u8).Text(),
        retry.At("backoff"u8, "factor"u8).Long(),
        retry.At("backoff"u8, "maxDuration"u8).Text(),
        retry.At("refresh"u8).Bool());
}
