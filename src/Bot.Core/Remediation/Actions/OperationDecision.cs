using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>Which way of ending an Application's operation is right, or why none is: the decision table for <c>/unstick</c>.</summary>
public sealed record OperationDecision(OperationRemedy Remedy, TextKey? Refusal)
{
    public static OperationDecision Of(Application app, PlanRequest request)
    {
        var requested = app.Operation is not null;
        var state = app.OperationState;
        if (state is null || state.Phase.Length == 0)
        {
            return requested ? Refuse(NotPickedUp(app)) : Refuse(new TextKey("remediation.unstick.nothing-runs").With("app", app.Name));
        }

        if (state.Phase is "Running" or "Terminating")
        {
            return requested ? OfRequested(app, state, request) : OfPhantom(app, state, request);
        }

        return OfCompleted(app, state, requested, request);
    }

    private static OperationDecision OfRequested(Application app, OperationState state, PlanRequest request)
    {
        if (state.Phase == "Terminating")
        {
            // How long it has been terminating stands nowhere in the object: the rule that watched it decides.
            return IsFound(app, request) ? Choose(OperationRemedy.EndAsFailed) : Refuse(new TextKey("remediation.unstick.terminating").With("app", app.Name));
        }

        if (ClosedWindow(app, state, request) is { } closed)
        {
            return Refuse(closed);
        }

        if (state.FinishedAt is not null)
        {
            var pinned = OperationFacts.PinnedRevision(app);
            var git = OperationFacts.GitRevision(app);
            return pinned.Length > 0 && git.Length > 0 && pinned != git
                ? Choose(OperationRemedy.Terminate)
                : Refuse(new TextKey("remediation.unstick.retry").With("app", app.Name).With("count", state.RetryCount).With("message", state.Message));
        }

        return IsFound(app, request) || request.Context.IsOlder(state.StartedAt, request.Context.Thresholds.ArgoCd.OperationWarning)
            ? Choose(OperationRemedy.Terminate)
            : Refuse(Young(app, state, request, request.Context.Thresholds.ArgoCd.OperationWarning));
    }

    private static OperationDecision OfPhantom(Application app, OperationState state, PlanRequest request) =>
        IsFound(app, request) || request.Context.IsOlder(state.StartedAt, request.Context.Thresholds.ArgoCd.Phantom)
            ? Choose(OperationRemedy.RemoveState)
            : Refuse(Young(app, state, request, request.Context.Thresholds.ArgoCd.Phantom));

    private static OperationDecision OfCompleted(Application app, OperationState state, bool requested, PlanRequest request)
    {
        var inconsistent = app.SyncStatus == "OutOfSync" && (state.FinishedAt is null || state.SyncResult is null)
            && (IsFound(app, request) || (state.FinishedAt is null && request.Context.IsOlder(state.StartedAt, TimeSpan.FromMinutes(1))));
        if (inconsistent)
        {
            return Choose(requested ? OperationRemedy.EndAsFailed : OperationRemedy.RemoveState);
        }

        return requested ? Refuse(NotPickedUp(app)) : Refuse(new TextKey("remediation.unstick.not-stuck").With("app", app.Name).With("phase", state.Phase));
    }

    // The controller looks at the windows before it terminates: in a closed one a terminate would hang until it opens.
    private static TextKey? ClosedWindow(Application app, OperationState state, PlanRequest request)
    {
        var gate = SyncWindowGate.Of(app, request, manual: (state.Operation ?? app.Operation) is { Automated: false });
        if (gate.IsOpen && !state.Message.Contains("blocked by sync window", StringComparison.Ordinal))
        {
            return null;
        }

        return gate.OpensAt is { } opening
            ? new TextKey("remediation.unstick.window-until").With("app", app.Name).With("until", opening)
            : new TextKey("remediation.unstick.window").With("app", app.Name);
    }

    private static TextKey NotPickedUp(Application app) => new TextKey("remediation.unstick.not-picked-up").With("app", app.Name).With(
        "why",
        app.IsFrozen ? new TextKey("remediation.unstick.not-picked-up.frozen") : new TextKey("remediation.unstick.not-picked-up.controller"));

    private static TextKey Young(Application app, OperationState state, PlanRequest request, TimeSpan threshold) => new TextKey("remediation.unstick.young")
        .With("app", app.Name)
        .With("age", request.Context.Now - (state.StartedAt ?? request.Context.Now))
        .With("threshold", threshold);

    private static bool IsFound(Application app, PlanRequest request) =>
        request.Diagnosis.Findings.Any(finding => finding.Subject == app.Ref && finding.Action == ActionIds.ClearOperation);

    private static OperationDecision Choose(OperationRemedy remedy) => new(remedy, Refusal: null);

    private static OperationDecision Refuse(TextKey reason) => new(OperationRemedy.None, reason);
}
