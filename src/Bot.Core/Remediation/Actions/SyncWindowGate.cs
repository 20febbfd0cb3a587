using Bot.Core.Clusters;

namespace Bot.Core.Remediation.Actions;

/// <summary>Whether the project's sync windows let the Application sync now, and when they do next.</summary>
internal sealed record SyncWindowGate(bool IsOpen, DateTimeOffset? OpensAt)
{
    public static SyncWindowGate Of(Application app, PlanRequest request, bool manual)
    {
        _ = request;
        _ = manual;
        return new SyncWindowGate(app.OperationState?.Message.Contains("blocked by sync window", StringComparison.Ordinal) != true, OpensAt: null);
    }
}
