using Bot.Core.Clusters;
using Bot.Core.Remediation.Goals;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>
/// Marks an Application that manages itself with <c>Prune=false</c>, so that no sync deletes it and its children with it, and with
/// <c>IgnoreExtraneous</c>, without which Argo CD would call it OutOfSync for ever because of the entry that is not pruned.
/// </summary>
public sealed class GuardPruneAction : IRemediationAction
{
    public string Id => ActionIds.GuardPrune;

    public PlanProposal Propose(PlanRequest request)
    {
        if (request.Snapshot.Find(request.Target) is not Application app)
        {
            return PlanProposal.Refused(new TextKey("remediation.refused.no-application").With("app", request.Target.Name));
        }

        if (OperationFacts.IsGuarded(app))
        {
            return PlanProposal.Refused(new TextKey("remediation.guard-prune.already").With("app", app.Name));
        }

        return PlanProposal.Of(ApplicationPlan.Of(request, app, Id, [Step(app)], new PruneGuardGoal(app.Namespace, app.Name)) with
        {
            GitFollowUp = new TextKey("remediation.git.guard-prune").With("app", app.Name),
            LeavesDrift = true,
        });
    }

    internal static PlanStep Step(Application app)
    {
        var title = new TextKey("remediation.step.guard-prune").With("app", app.Name);
        var within = TimeSpan.FromSeconds(10);
        var options = new[]
        {
            Option(app, ApplicationPatch.SyncOptionsAnnotation, OperationFacts.NoPrune),
            Option(app, ApplicationPatch.CompareOptionsAnnotation, OperationFacts.IgnoreExtraneous),
        };
        var expected = options.Select(option => new FieldExpectation(option.Path, [ApplicationPatch.Json(option.Value)])).ToArray();
        if (app.Metadata.Annotations.Count > 0)
        {
            return options
                .Aggregate(new ApplicationPatch(app), (patch, option) => patch.Test(option.Path, option.Before).Set(option.Path, option.Before, ApplicationPatch.Json(option.Value)))
                .ToStep(ActionIds.GuardPrune, title, within, expected);
        }

        // Without any annotation there is no map that a JSON patch could add to, and making one could wipe what came meanwhile.
        return ApplicationPatch.Annotate(app, ActionIds.GuardPrune, title, within, [.. options.Select(option => (option.Annotation, option.Value))]) with
        {
            Preconditions = [.. options.Select(option => new Precondition(option.Path, option.Before))],
            Expect = [.. expected],
        };
    }

    // Options of other kinds that stand in the same annotation are kept.
    private static (string Annotation, string Path, string? Before, string Value) Option(Application app, string annotation, string option)
    {
        var name = option.Split('=')[0] + "=";
        var kept = OperationFacts.Options(app, annotation).Where(present => present != option && !present.StartsWith(name, StringComparison.Ordinal));
        var before = app.Metadata.Annotations[annotation] is { } present ? ApplicationPatch.Json(present) : null;
        return (annotation, ApplicationPatch.Annotation(annotation), before, string.Join(',', kept.Append(option)));
    }
}
