using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// A running operation is held by a sync window: by design, so a note; a warning when no window opens within 24 hours or a schedule
/// cannot be read. Terminating it would hang. Silent for the first two minutes.
/// </summary>
public sealed class WindowParkedRule() : OperationRule(RuleIds.ArgoCdWindowParked, Severity.Info.To(Severity.Warning), "AppProject")
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public override bool Matches(OperationCase operation) =>
        operation is { IsRunning: true, Message.Kind: OperationMessageKind.BlockedByWindow }
        && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.ControllerReaction);

    protected override Finding Describe(OperationCase operation)
    {
        var now = operation.Context.Now;
        var project = operation.Snapshot.Find<AppProject>("AppProject", operation.Context.ArgoCdNamespace, operation.App.Project);
        ImmutableArray<SyncWindow> windows = project is null ? [] : SyncWindowEvaluator.Matching(operation.App, project);
        var manual = operation.State!.Operation is { Automated: false };
        var verdict = SyncWindowEvaluator.Evaluate(windows, now, manual);
        var opens = windows.Length > 0 && !verdict.CanSync ? SyncWindowEvaluator.NextOpening(windows, now, manual) : null;
        var isFar = windows.Length > 0 && !verdict.CanSync && (opens is null || opens - now > Soon);
        var facts = Start(operation, isFar ? Severity.Warning : Severity.Info, ("project", operation.App.Project), ("error", verdict.Error ?? ""));
        return facts with
        {
            Variant = verdict.Error is not null ? "broken" : verdict.CanSync ? "unknown" : opens is null ? "closed" : "",
            Facts = opens is { } moment ? facts.Facts.SetItem("opens", moment) : facts.Facts,
            BlocksDelivery = isFar,
            Evidence =
            [
                OperationEvidence.Message(operation),
                .. windows.Take(3).Select(window => new Evidence(project!.Ref, "spec.syncWindows", $"{window.Type} {window.Schedule} {window.Duration} {window.TimeZone}".TrimEnd())),
            ],
        };
    }
}
