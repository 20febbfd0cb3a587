using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Applications whose running operations wait for one another in a circle. Told once, at the outermost of them; critical after 10 minutes.</summary>
public sealed class WaitCycleRule() : OperationRule(RuleIds.ArgoCdWaitCycle, Severity.Critical)
{
    public override bool Matches(OperationCase operation) =>
        operation.IsRunning && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning) && new ApplicationGraph(operation.Snapshot).CycleThrough(operation.App) is not null;

    protected override Finding Describe(OperationCase operation)
    {
        ImmutableArray<Application> circle = [operation.App, .. new ApplicationGraph(operation.Snapshot).CycleThrough(operation.App)!.Value];
        var outermost = OutermostOf(circle, operation.Snapshot);
        var others = circle.Where(member => member.Ref != operation.App.Ref).ToList();
        return Start(
            operation,
            Severity.Critical,
            ("other", others[0].Name),
            ("count", circle.Length),
            ("circle", string.Join(" → ", circle.Select(member => member.Name).Append(operation.App.Name)))) with
        {
            Variant = outermost.Ref == operation.App.Ref ? "" : "inner",
            Evidence =
            [
                .. circle.Take(3).Select(member => new Evidence(member.Ref, "status.operationState.message", member.OperationState?.Message ?? "") { At = member.OperationState?.StartedAt }),
                .. OperationEvidence.PinnedRevision(operation),
            ],
            Action = outermost.Ref == operation.App.Ref ? "clear-operation" : null,
            Command = outermost.Ref == operation.App.Ref ? OperationCommands.Terminate(operation.App) : null,
            Affected = [.. others.Select(member => member.Ref)],
            PointsTo = outermost.Ref == operation.App.Ref ? [] : [outermost.Ref],
            Explains = outermost.Ref == operation.App.Ref ? [.. others.Select(member => member.Ref)] : [],
        };
    }

    // An ancestor holds the others; among equals the one that began to wait first.
    private static Application OutermostOf(ImmutableArray<Application> circle, ClusterSnapshot snapshot)
    {
        var members = circle.Select(member => member.Ref).ToHashSet();
        return circle
            .OrderBy(member => snapshot.Applications.ParentsOf(member).Any(parent => members.Contains(parent.Ref)))
            .ThenBy(member => member.OperationState?.StartedAt)
            .ThenBy(member => member.Ref.ToString(), StringComparer.Ordinal)
            .First();
    }
}
