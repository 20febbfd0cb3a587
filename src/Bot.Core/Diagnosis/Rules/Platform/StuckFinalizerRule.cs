using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>An object is being deleted and stays, because nobody takes its finalizer off.</summary>
internal sealed class StuckFinalizerRule : IDiagnosticRule
{
    private const string ClaimProtection = "kubernetes.io/pvc-protection";
    private const string HookFinalizer = "argocd.argoproj.io/hook-finalizer";

    // Namespaces, Pods and Applications have rules of their own.
    private static readonly FrozenSet<string> ToldElsewhere = FrozenSet.ToFrozenSet(["Namespace", "Pod", "Application", "Event"]);

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ObjectStuckFinalizer, Severity.Warning, [.. ClusterKinds.All.Where(kind => !ToldElsewhere.Contains(kind)), "Application", "Namespace", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        Lazy<FrozenSet<ObjectRef>> deleting = new(() => HeldByDeletion(snapshot, context));
        foreach (var kind in Descriptor.Reads)
        {
            if (ToldElsewhere.Contains(kind))
            {
                continue;
            }

            foreach (var item in snapshot.OfKind(kind))
            {
                if (item.Metadata is { DeletedAt: { } asked, Finalizers.Length: > 0 }
                    && context.IsOlder(asked, context.Thresholds.Deletion)
                    && !deleting.Value.Contains(new ObjectRef("Namespace", "", item.Namespace))
                    && !deleting.Value.Contains(item.Ref)
                    && !IsAwaitedHook(item, snapshot))
                {
                    yield return Found(item, asked, snapshot);
                }
            }
        }
    }

    private Finding Found(ClusterObject item, DateTimeOffset asked, ClusterSnapshot snapshot)
    {
        var finalizer = item.Metadata.Finalizers[0];
        var users = finalizer == ClaimProtection ? snapshot.Pods.In(item.Namespace).Where(pod => !pod.IsFinished && pod.Claims.Contains(item.Name)).ToList() : [];
        var controllers = FinalizerController.Of(finalizer, snapshot).ToList();
        var down = controllers.Count > 0 && controllers.TrueForAll(workload => workload.ReadyReplicas == 0);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = item.Ref,
            Variant = users.Count > 0 ? "in-use" : down ? "controller-down" : item is CustomResourceDefinition ? "definition" : "",
            Since = asked,
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("kind", item.Kind), new("finalizer", finalizer), new("controller", controllers.Count > 0 ? controllers[0].Name : ""), new("pods", users.Count), new("pod", users.Count > 0 ? users[0].Name : ""),
            ]),
            Evidence =
            [
                new Evidence(item.Ref, "metadata.finalizers", string.Join(", ", item.Metadata.Finalizers)) { At = asked },
                .. users.Take(2).Select(pod => new Evidence(pod.Ref, "spec.volumes[].persistentVolumeClaim", item.Name)),
                .. controllers.Take(1).Select(workload => new Evidence(workload.Ref, "status.readyReplicas", $"{workload.ReadyReplicas}/{workload.Replicas}")),
            ],
            Action = users.Count > 0 || item is CustomResourceDefinition or PersistentVolumeClaim or PersistentVolume ? null : "remove-finalizer",
            Command = $"kubectl {(item.Namespace.Length > 0 ? $"-n {item.Namespace} " : "")}get {item.Kind.ToLowerInvariant()} {item.Name} -o jsonpath='{{.metadata.finalizers}}'",
            PointsTo = [.. controllers.Select(workload => workload.Ref)],
        };
    }

    /// <summary>Namespaces that go and do not come to an end, and what Applications that are being deleted manage: their own rules name the objects.</summary>
    private static FrozenSet<ObjectRef> HeldByDeletion(ClusterSnapshot snapshot, DiagnosisContext context) => snapshot.All<Namespace>()
        .Where(item => context.IsOlder(item.Metadata.DeletedAt, context.Thresholds.Deletion))
        .Select(item => item.Ref)
        .Concat(snapshot.All<Application>()
            .Where(app => context.IsOlder(app.Metadata.DeletedAt, context.Thresholds.Deletion))
            .SelectMany(app => app.Resources.Select(resource => ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name))))
        .ToFrozenSet();

    // A sync that waits for the deletion of its own hook is told with the sync.
    private static bool IsAwaitedHook(ClusterObject item, ClusterSnapshot snapshot) =>
        item.Metadata.Finalizers.Contains(HookFinalizer)
        && snapshot.All<Application>().Any(app => app.Operation is not null && app.OperationState?.Message is { } message
            && message.Contains("waiting for deletion of", StringComparison.Ordinal) && message.Contains($"/{item.Kind}/{item.Name}", StringComparison.Ordinal));
}
