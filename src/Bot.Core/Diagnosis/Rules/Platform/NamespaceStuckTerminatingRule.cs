using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>A Namespace is being deleted and does not go: something in it waits for a finalizer, or an API of the cluster does not answer.</summary>
internal sealed class NamespaceStuckTerminatingRule : IDiagnosticRule
{
    private const string Discovery = "NamespaceDeletionDiscoveryFailure";
    private const int MostConditions = 3;

    private static readonly string[] Telling =
        [Discovery, "NamespaceDeletionGroupVersionParsingFailure", "NamespaceDeletionContentFailure", "NamespaceContentRemaining", "NamespaceFinalizersRemaining"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.NamespaceStuckTerminating, Severity.Warning.To(Severity.Critical), ["Namespace", "Application", "APIService"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var item in snapshot.All<Namespace>().Where(item => context.IsOlder(item.Metadata.DeletedAt, context.Thresholds.Deletion)))
        {
            var wanting = snapshot.All<Application>().Where(application => !application.IsBeingDeleted && Wants(application, item)).ToList();
            var said = item.Conditions.Where(condition => condition.IsTrue && Telling.Contains(condition.Type)).OrderBy(condition => Array.IndexOf(Telling, condition.Type)).ToList();
            var blind = said.Any(condition => condition.Type == Discovery);
            var held = Remaining(snapshot, item.Name).ToList();
            if (!blind && IsMovingOn(held, context))
            {
                continue;
            }

            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = wanting.Count > 0 ? Severity.Critical : Severity.Warning,
                Subject = item.Ref,
                Variant = blind ? "discovery" : held.Count > 0 ? "held" : "",
                Since = item.Metadata.DeletedAt,
                Facts = ImmutableDictionary.CreateRange<string, object>(
                [
                    new("held", held.Count > 0 ? Name(held[0]) : ""), new("finalizer", held.Count > 0 ? held[0].Metadata.Finalizers[0] : ""), new("count", held.Count),
                ]),
                Evidence =
                [
                    new Evidence(item.Ref, "metadata.deletionTimestamp", item.Metadata.DeletedAt!.Value.ToString("u")) { At = item.Metadata.DeletedAt },
                    .. said.Take(MostConditions).Select(condition => new Evidence(item.Ref, $"status.conditions[{condition.Type}].message", condition.Message) { At = condition.LastTransitionAt }),
                    .. held.Take(1).Select(blocker => new Evidence(blocker.Ref, "metadata.finalizers", string.Join(", ", blocker.Metadata.Finalizers))),
                ],
                Action = !blind && held.Count > 0 ? "remove-finalizer" : null,
                Command = blind ? "kubectl get apiservices"
                    : held.Count > 0 ? $"kubectl -n {item.Name} get {held[0].Kind.ToLowerInvariant()} {held[0].Name} -o jsonpath='{{.metadata.finalizers}}'"
                    : $"kubectl get namespace {item.Name} -o jsonpath='{{.status.conditions}}'",
                BlocksDelivery = wanting.Count > 0,
                Affected = [.. wanting.Select(application => application.Ref)],
                PointsTo = [.. held.Select(blocker => blocker.Ref), .. blind ? snapshot.All<ApiService>().Where(IsDown).Select(service => service.Ref) : []],
            };
        }
    }

    private static bool Wants(Application application, Namespace item) =>
        application.Destination.Namespace == item.Name
        || application.Resources.Any(resource => resource.Namespace == item.Name || (resource.Kind == "Namespace" && resource.Name == item.Name));

    private static IEnumerable<ClusterObject> Remaining(ClusterSnapshot snapshot, string name) =>
        snapshot.Everything.Where(item => item.Namespace == name && item is { IsBeingDeleted: true, Metadata.Finalizers.Length: > 0 });

    // What is left was asked to go a short while ago only: controllers still work through the namespace, and what remains falls.
    private static bool IsMovingOn(List<ClusterObject> held, DiagnosisContext context) =>
        held.Count > 0 && held.TrueForAll(item => !context.IsOlder(item.Metadata.DeletedAt, context.Thresholds.Deletion));

    private static bool IsDown(ApiService service) => service.Conditions.Any(condition => condition is { Type: "Available", Status: "False" });

    private static string Name(ClusterObject item) => $"{item.Kind}/{item.Name}";
}
