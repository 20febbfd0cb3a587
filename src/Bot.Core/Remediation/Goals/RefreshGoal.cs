using Bot.Core.Clusters;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Goals;

/// <summary>The Application was compared again after the plan was made.</summary>
public sealed record RefreshGoal(string Namespace, string Name, DateTimeOffset After) : PlanGoal
{
    public override GoalState Judge(ClusterSnapshot before, ClusterSnapshot now)
    {
        if (now.Find<Application>("Application", Namespace, Name) is not { } app)
        {
            return new GoalState(GoalProgress.Pending, new TextKey("remediation.goal.blind").With("app", Name));
        }

        // Argo CD keeps whole seconds.
        return app.ReconciledAt >= After.AddTicks(-(After.Ticks % TimeSpan.TicksPerSecond))
            ? new GoalState(GoalProgress.Reached)
            : new GoalState(GoalProgress.Pending, new TextKey("remediation.goal.comparing").With("app", Name));
    }
}
