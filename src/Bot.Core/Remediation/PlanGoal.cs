using System.Text.Json.Serialization;
using Bot.Core.Clusters;
using Bot.Core.Remediation.Goals;

namespace Bot.Core.Remediation;

/// <summary>What the person wanted, judged on the snapshot after the last step; not "the patch was accepted".</summary>
[JsonDerivedType(typeof(ApplicationGoal), "application")]
[JsonDerivedType(typeof(PruneGuardGoal), "prune-guard")]
[JsonDerivedType(typeof(RefreshGoal), "refresh")]
public abstract record PlanGoal
{
    /// <summary>How long after the last step the goal may take to be reached.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Pure: reached, on its way (with what is missing), or out of reach (with why).</summary>
    public abstract GoalState Judge(ClusterSnapshot before, ClusterSnapshot now);
}
