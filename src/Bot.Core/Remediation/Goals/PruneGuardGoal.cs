using Bot.Core.Clusters;
using Bot.Core.Remediation.Actions;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Goals;

/// <summary>The live Application bears <c>Prune=false</c>.</summary>
public sealed record PruneGuardGoal(string Namespace, string Name) : PlanGoal
{
    public override GoalState Judge(ClusterSnapshot before, ClusterSnapshot now) =>
        now.Find<Application>("Application", Namespace, Name) is { } app && OperationFacts.IsGuarded(app)
            ? new GoalState(GoalProgress.Reached)
            : new GoalState(GoalProgress.Pending, new TextKey("remediation.goal.unguarded").With("app", Name));
}
