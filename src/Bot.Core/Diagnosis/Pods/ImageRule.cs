using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>What the rules about images share: one fault each, its minimum age and its facts.</summary>
internal abstract class ImageRule(string id, ImageFault fault, Severity highest = Severity.Critical) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, Severity.Warning.To(highest), ["Pod", "Event", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Rollout"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var cases = PodCases.Of(snapshot, context);
        foreach (var found in cases.With(PodFault.Image))
        {
            if (found.Image != fault
                || !context.IsOlder(found.Since, MinimumAge(context.Thresholds, cases.Scope.ReadyOf(found.Pod) is { Ready: 0 }))
                || IsExcused(found.Pod, snapshot, context))
            {
                continue;
            }

            var severity = cases.Scope.SeverityOf(found.Pod);
            yield return Found(found.Pod, found.Status, found.Words, cases.Scope) with { Severity = severity > highest ? highest : severity, Since = found.Since };
        }
    }

    /// <summary>How long the pod must wait before this counts.</summary>
    protected abstract TimeSpan MinimumAge(DiagnosisThresholds thresholds, bool nothingReady);

    /// <summary>True when something else shows that the fault will pass by itself.</summary>
    protected virtual bool IsExcused(Pod pod, ClusterSnapshot snapshot, DiagnosisContext context) => false;

    /// <summary>Objects that the fault may come from.</summary>
    protected virtual ImmutableArray<ObjectRef> CausesOf(Pod pod) => [];

    /// <summary>Facts that only this rule shows.</summary>
    protected virtual IEnumerable<Evidence> MoreEvidence(Pod pod, ContainerStatus status) => [];

    private Finding Found(Pod pod, ContainerStatus status, string message, PodScope scope)
    {
        var image = pod.SpecOf(status.Name)?.Image is { Length: > 0 } wanted ? wanted : status.Image;
        var (ready, replicas) = scope.ReadyOf(pod) ?? (0, 0);
        Evidence[] evidence =
        [
            new(pod.Ref, ContainerPaths.Spec(status, "image"), image),
            new(pod.Ref, ContainerPaths.Status(status, "state.waiting.reason"), status.State.Reason),
            new(pod.Ref, ContainerPaths.Status(status, "state.waiting.message"), message),
        ];
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = pod.Ref,
            Variant = ready > 0 ? "serving" : "",
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("image", image), new("tag", ImageFaults.WithoutRegistry(image)), new("container", status.Name), new("registry", ImageFaults.RegistryOf(image)),
                new("node", pod.NodeName), new("ready", ready), new("wanted", replicas),
            ]),
            Evidence = [.. evidence.Concat(MoreEvidence(pod, status)).Concat(scope.ReadyEvidence(pod))],
            Command = $"kubectl -n {pod.Namespace} describe pod {pod.Name}",
            PointsTo = CausesOf(pod),
        };
    }
}
