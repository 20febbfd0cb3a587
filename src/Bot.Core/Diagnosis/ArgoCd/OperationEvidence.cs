using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>The facts that operation rules quote, with the path at which each was read.</summary>
public static class OperationEvidence
{
    /// <summary>Stands for a field or an object that is not there.</summary>
    public const string Absent = "(absent)";

    public static Evidence Message(OperationCase operation) =>
        new(operation.App.Ref, "status.operationState.message", operation.State?.Message ?? "") { At = operation.State?.StartedAt };

    public static Evidence Phase(OperationCase operation) =>
        new(operation.App.Ref, "status.operationState.phase", operation.Phase) { At = operation.State?.StartedAt };

    /// <summary>Git and the operation side by side, when they are known to differ: the best proof that a mend in Git cannot arrive.</summary>
    public static IEnumerable<Evidence> PinnedRevision(OperationCase operation)
    {
        if (operation.IsBehindGit)
        {
            yield return new Evidence(operation.App.Ref, "status.operationState.syncResult.revision", operation.RunningRevision);
            yield return new Evidence(operation.App.Ref, "status.sync.revision", operation.GitRevision);
        }
    }

    public static Evidence ReadyReplicas(Workload workload) => new(workload.Ref, "status.readyReplicas", $"{workload.ReadyReplicas}/{workload.Replicas}");
}
