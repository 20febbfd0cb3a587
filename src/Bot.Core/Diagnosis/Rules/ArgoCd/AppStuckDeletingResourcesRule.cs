using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An Application is being deleted and waits for objects whose own finalizers nobody removes.</summary>
internal sealed class AppStuckDeletingResourcesRule : IDiagnosticRule
{
    private const int MostObjects = 2;

    private static readonly string[] Own = ["argocd.argoproj.io/hook-finalizer", "foregroundDeletion", "orphan"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdAppStuckDeletingResources, Severity.Warning, ["Application", "Namespace"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var application in snapshot.All<Application>())
        {
            // While an operation is set the controller does not delete at all: another rule tells that.
            if (!context.IsOlder(application.Metadata.DeletedAt, context.Thresholds.Deletion) || application.Operation is not null)
            {
                continue;
            }

            var held = application.Resources
                .Select(resource => snapshot.Find(new ObjectRef(resource.Kind, resource.Namespace, resource.Name)))
                .OfType<ClusterObject>()
                .Where(item => item.IsBeingDeleted && item.Ref != application.Ref && item.Metadata.Finalizers.Except(Own).Any())
                .ToList();
            if (held.Count == 0)
            {
                continue;
            }

            var first = held[0];
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Warning,
                Subject = application.Ref,
                Since = application.Metadata.DeletedAt,
                Facts = ImmutableDictionary.CreateRange<string, object>(
                    [new("held", $"{first.Kind}/{first.Name}"), new("finalizer", first.Metadata.Finalizers.Except(Own).First()), new("count", held.Count)]),
                Evidence =
                [
                    new Evidence(application.Ref, "metadata.deletionTimestamp", application.Metadata.DeletedAt!.Value.ToString("u", CultureInfo.InvariantCulture)) { At = application.Metadata.DeletedAt },
                    .. held.Take(MostObjects).Select(item => new Evidence(item.Ref, "metadata.finalizers", string.Join(", ", item.Metadata.Finalizers)) { At = item.Metadata.DeletedAt }),
                    .. application.Conditions.Where(condition => condition.Type == "DeletionError").Take(1)
                        .Select(condition => new Evidence(application.Ref, "status.conditions[DeletionError].message", condition.Message) { At = condition.LastTransitionAt }),
                ],
                Action = "remove-finalizer",
                Command = $"kubectl {(first.Namespace.Length > 0 ? $"-n {first.Namespace} " : "")}describe {first.Kind.ToLowerInvariant()} {first.Name}",
                Affected = [.. held.Select(item => item.Ref)],
                PointsTo = [.. held.Select(item => item.Ref), .. held.Select(item => new ObjectRef("Namespace", "", item.Namespace)).Where(reference => reference.Name.Length > 0).Distinct()],
            };
        }
    }
}
