using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An ApplicationSet cannot make its Applications; those that exist stay as they are while the error lasts.</summary>
internal sealed class ApplicationSetErrorRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdApplicationSetError, Severity.Warning, ["ApplicationSet", "Application"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var set in snapshot.All<ApplicationSet>())
        {
            if (set.IsBeingDeleted
                || set.Conditions.FirstOrDefault(condition => condition is { Type: "ErrorOccurred", IsTrue: true }) is not { } error
                || !context.IsOlder(error.LastTransitionAt, context.Thresholds.ArgoCd.ApplicationSetError))
            {
                continue;
            }

            var children = snapshot.All<Application>().Where(app => app.Namespace == set.Namespace && app.Metadata.Controller is { Kind: "ApplicationSet" } owner && owner.Name == set.Name).ToList();
            var generated = set.Conditions.FirstOrDefault(condition => condition is { Type: "ParametersGenerated", IsFalse: true });
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Warning,
                Subject = set.Ref,
                Variant = VariantOf(error.Reason),
                Since = error.LastTransitionAt,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("reason", error.Reason), new("count", children.Count)]),
                Evidence =
                [
                    new Evidence(set.Ref, "status.conditions[ErrorOccurred].message", error.Message) { At = error.LastTransitionAt },
                    new Evidence(set.Ref, "status.conditions[ErrorOccurred].reason", error.Reason),
                    .. generated is null ? [] : new[] { new Evidence(set.Ref, "status.conditions[ParametersGenerated].status", generated.Status) { At = generated.LastTransitionAt } },
                ],
                Command = $"kubectl -n {set.Namespace} get applicationset {set.Name} -o jsonpath='{{.status.conditions}}'",
                BlocksDelivery = true,
                Affected = [.. children.Select(child => child.Ref)],
            };
        }
    }

    private static string VariantOf(string reason) => reason switch
    {
        "ApplicationGenerationFromParamsError" => "generator",
        "RenderTemplateParamsError" => "template",
        "ApplicationValidationError" => "validation",
        _ => "",
    };
}
