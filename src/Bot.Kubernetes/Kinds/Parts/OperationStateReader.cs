using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal static class OperationStateReader
{
    public static OperationState? Read(JsonElement state) => state.ValueKind != JsonValueKind.Object ? null : new OperationState
    {
        Phase = state.At("phase"u8).Text(),
        Message = state.At("message"u8).Message(),
        StartedAt = state.At("startedAt"u8).Time(),
        FinishedAt = state.At("finishedAt"u8).Time(),
        RetryCount = state.At("retryCount"u8).Long(),
        Operation = OperationReader.Read(state.At("operation"u8)),
        SyncResult = Result(state.At("syncResult"u8)),
    };

    private static SyncResult? Result(JsonElement result) => result.ValueKind != JsonValueKind.Object ? null : new SyncResult(
        result.At("revision"u8).Text(),
        RepeatedParts.Once(result.At("revisions"u8).Texts()),
        result.At("resources"u8).Each(Resource));

    private static SyncedResource Resource(JsonElement resource) => new()
    {
        Group = resource.At("group"u8).Text(),
        Version = resource.At("version"u8).Text(),
        Kind = resource.At("kind"u8).Text(),
        Namespace = resource.At("namespace"u8).Text(),
        Name = resource.At("name"u8).Text(),
        Status = resource.At("status"u8).Text(),
        Message = resource.At("message"u8).Message(),
        HookType = resource.At("hookType"u8).Text(),
        HookPhase = resource.At("hookPhase"u8).Text(),
        SyncPhase = resource.At("syncPhase"u8).Text(),
    };
}
