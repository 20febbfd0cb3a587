using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Remediation.Actions;

/// <summary>Whether the project's sync windows let the Application sync now, and when they do next (null: not within the days looked at, or unknown).</summary>
internal sealed record SyncWindowGate(bool IsOpen, DateTimeOffset? OpensAt)
{
    public static SyncWindowGate Of(Application app, PlanRequest request, bool manual)
    {
        if (request.Snapshot.Find<AppProject>("AppProject", request.Context.ArgoCdNamespace, app.Project) is not { } project)
        {
            return new SyncWindowGate(IsOpen: true, OpensAt: null);
        }

        var windows = SyncWindowEvaluator.Matching(app, project);
        var now = request.Context.Now;
        return SyncWindowEvaluator.Evaluate(windows, now, manual).CanSync
            ? new SyncWindowGate(IsOpen: true, OpensAt: null)
            : new SyncWindowGate(IsOpen: false, SyncWindowEvaluator.NextOpening(windows, now, manual));
    }
}
