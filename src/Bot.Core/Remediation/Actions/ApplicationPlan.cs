using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>A plan on one Application with the texts of its action: <c>remediation.action.&lt;id&gt;.{title,risk,undo}</c>.</summary>
internal static class ApplicationPlan
{
    public static Plan Of(PlanRequest request, Application app, string action, ImmutableArray<PlanStep> steps, PlanGoal goal)
    {
        var finding = request.Diagnosis.Findings.FirstOrDefault(found => found.Subject == app.Ref && found.Action == action);
        return new Plan
        {
            Action = action,
            Cluster = request.Snapshot.Cluster,
            Environment = request.Environment,
            Target = app.Ref,
            Title = new TextKey($"remediation.action.{action}.title").With("app", app.Name),
            Steps = steps,
            FindingId = finding?.Id ?? "",
            Rule = finding?.Rule ?? "",
            Risk = new TextKey($"remediation.action.{action}.risk").With("app", app.Name),
            Undo = new TextKey($"remediation.action.{action}.undo").With("app", app.Name),
            Goal = goal,
            PolicyVersion = request.PolicyVersion,
        };
    }
}
