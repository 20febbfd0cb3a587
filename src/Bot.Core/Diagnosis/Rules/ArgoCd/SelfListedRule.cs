using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An Application manages its own manifest. Nothing waits for it now; with a health check for Applications it could wait for itself.</summary>
internal sealed class SelfListedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdSelfListed, Severity.Info, ["Application"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var app in snapshot.All<Application>())
        {
            if (app.IsBeingDeleted || !OperationRules.IsQuiet(app) || Self(app) is not { RequiresPruning: false } entry)
            {
                continue;
            }

            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Info,
                Subject = app.Ref,
                Evidence =
                [
                    new Evidence(app.Ref, "status.resources[]", $"Application/{app.Namespace}/{app.Name}: {entry.Status}"),
                    .. app.Sources.Take(1).Select(source => new Evidence(app.Ref, "spec.source.path", source.Path)),
                ],
                Command = $"kubectl -n {app.Namespace} get applications.argoproj.io {app.Name} -o jsonpath='{{.status.resources}}'",
            };
        }
    }

    private static ApplicationResource? Self(Application app)
    {
        foreach (var resource in app.Resources)
        {
            if (resource is { Kind: "Application", Group: "argoproj.io" or "" } && resource.Name == app.Name && (resource.Namespace == app.Namespace || resource.Namespace.Length == 0))
            {
                return resource;
            }
        }

        return null;
    }
}
