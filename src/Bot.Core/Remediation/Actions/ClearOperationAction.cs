using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>
/// Ends an operation that cannot end by itself, in the mildest way that works: terminate, a guarded end that keeps the record,
/// or the removal of a state that belongs to nothing. As a plan of its own it is what <c>/unstick</c> offers.
/// </summary>
public sealed class ClearOperationAction : IRemediationAction
{
    private const string State = "/status/operationState";

    public string Id => ActionIds.ClearOperation;

    public PlanProposal Propose(PlanRequest request) => UnstickPlanner.Propose(request);

    internal static PlanStep Step(Application app, OperationRemedy remedy, DateTimeOffset now) => remedy switch
    {
        OperationRemedy.Terminate => Guarded(app)
            .Test("/operation/sync/revision", Pinned(app))
            .Set($"{State}/phase", ApplicationPatch.Json(app.OperationState!.Phase), ApplicationPatch.Json("Terminating"))
            .ToStep(ActionIds.ClearOperation, Title("terminate", app), TimeSpan.FromSeconds(30), Completed(app), Ended(app)),
        OperationRemedy.EndAsFailed => Guarded(app)
            .Test("/operation/sync/revision", Pinned(app))
            .Remove("/operation", "{…}")
            .Set($"{State}/phase", ApplicationPatch.Json(app.OperationState!.Phase), ApplicationPatch.Json("Failed"))
            .Set($"{State}/message", ApplicationPatch.Json(app.OperationState.Message), ApplicationPatch.Json("Operation terminated by gitops-bot"))
            .Set($"{State}/finishedAt", before: null, ApplicationPatch.Json(now))
            .ToStep(ActionIds.ClearOperation, Title("end-as-failed", app), TimeSpan.FromSeconds(10), Completed(app), Ended(app)),
        OperationRemedy.RemoveState => Guarded(app)
            .Test("/operation", value: null)
            .Remove(State, $"{{\"phase\":{ApplicationPatch.Json(app.OperationState!.Phase)}…}}")
            .ToStep(ActionIds.ClearOperation, Title("remove-state", app), TimeSpan.FromSeconds(10), Gone(app)),
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{remedy} is no step.")),
    };

    // The operation that people saw: its start, its phase, and that the request belongs to it.
    private static ApplicationPatch Guarded(Application app)
    {
        var state = app.OperationState!;
        var patch = new ApplicationPatch(app);
        if (state.StartedAt is { } started)
        {
            patch.Test($"{State}/startedAt", ApplicationPatch.Json(started));
        }

        return patch.Test($"{State}/phase", ApplicationPatch.Json(state.Phase));
    }

    private static string? Pinned(Application app) => app.Operation is { Revision.Length: > 0 } operation ? ApplicationPatch.Json(operation.Revision) : null;

    // Auto-sync may begin the next operation before the end of this one is seen: another start is as good a sign.
    private static FieldExpectation Completed(Application app) =>
        new($"{State}/phase", ["\"Failed\"", "\"Error\"", "\"Succeeded\""], MayBeAbsent: true) { OrElse = AnotherStart(app) };

    private static FieldExpectation Ended(Application app) => new("/operation", [], MayBeAbsent: true) { OrElse = AnotherStart(app) };

    private static FieldExpectation Gone(Application app) => new(State, [], MayBeAbsent: true) { OrElse = AnotherStart(app) };

    private static FieldExpectation AnotherStart(Application app) =>
        new($"{State}/startedAt", []) { NoneOf = app.OperationState?.StartedAt is { } started ? [ApplicationPatch.Json(started)] : ["\"\""] };

    private static TextKey Title(string way, Application app) => new TextKey($"remediation.step.clear-operation.{way}").With("app", app.Name);
}
