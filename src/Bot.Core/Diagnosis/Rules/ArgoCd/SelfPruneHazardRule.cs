using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// A root Application would be pruned by its own next sync with prune: its manifest left its own path while the live root still
/// bears its own tracking id. With the resources finalizer that deletes every child. Critical also when nothing is failing.
/// </summary>
public sealed class SelfPruneHazardRule : IDiagnosticRule
{
    private const string CascadeFinalizer = "resources-finalizer.argocd.argoproj.io";

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdSelfPruneHazard, Severity.Critical, ["Application"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var app in snapshot.All<Application>())
        {
            if (!IsDue(app) || IsGuarded(app))
            {
                continue;
            }

            var children = app.Resources.Where(resource => resource.Kind == "Application" && !IsSelf(app, resource))
                .Select(resource => new ObjectRef("Application", resource.Namespace.Length > 0 ? resource.Namespace : app.Namespace, resource.Name))
                .Where(child => snapshot.PresenceOf(child) != Presence.Absent)
                .ToList();
            var isPinned = OperationRules.OwnerOf(new OperationCase(app, snapshot, context)) is SelfReferenceDeadlockRule;
            var finding = new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Critical,
                Subject = app.Ref,
                Variant = app.Metadata.Finalizers.Any(finalizer => finalizer.StartsWith(CascadeFinalizer, StringComparison.Ordinal)) ? "" : "no-cascade",
                Evidence = [.. Evidence(app)],
                Action = "guard-prune",
                Command = OperationCommands.GuardPrune(app),
                Affected = [.. children],

                // While the deadlock holds, no sync runs at all: the hazard is the caution of its mend, not a cause.
                PointsTo = isPinned ? [app.Ref] : [],
            };
            yield return finding with { Facts = finding.Facts.Add("children", children.Count) };
        }
    }

    private static bool IsSelf(Application app, ApplicationResource resource) =>
        resource is { Kind: "Application", Group: "argoproj.io" or "" } && resource.Name == app.Name && (resource.Namespace == app.Namespace || resource.Namespace.Length == 0);

    private static bool IsDue(Application app) => app.Resources.Any(resource => resource.RequiresPruning && IsSelf(app, resource));

    private static bool IsGuarded(Application app) =>
        (app.Metadata.Annotations["argocd.argoproj.io/sync-options"] ?? "").Split(',', StringSplitOptions.TrimEntries).Contains("Prune=false")
        || app.Metadata.Annotations["helm.sh/resource-policy"] == "keep";

    private static IEnumerable<Evidence> Evidence(Application app)
    {
        yield return new Evidence(app.Ref, "status.resources[].requiresPruning", $"Application/{app.Namespace}/{app.Name}: true");
        if (app.Automated is { Prune: true })
        {
            yield return new Evidence(app.Ref, "spec.syncPolicy.automated.prune", "true");
        }

        if (app.Metadata.Annotations["argocd.argoproj.io/tracking-id"] is { } tracking)
        {
            yield return new Evidence(app.Ref, "metadata.annotations[argocd.argoproj.io/tracking-id]", tracking);
        }

        if (app.Metadata.Finalizers.Length > 0)
        {
            yield return new Evidence(app.Ref, "metadata.finalizers", string.Join(", ", app.Metadata.Finalizers));
        }
    }
}
