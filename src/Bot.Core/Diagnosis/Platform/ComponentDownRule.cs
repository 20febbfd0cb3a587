using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>What the rules about parts of the monitoring share: no pod of the part is ready. The fault of its pods is told by their own rules.</summary>
internal abstract class ComponentDownRule(string id, Component component, Severity severity) : IDiagnosticRule
{
    private const int MostPods = 2;

    public RuleDescriptor Descriptor { get; } = new(id, severity, ["StatefulSet", "Deployment", "DaemonSet", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var (workload, pods, since) in new ComponentScope(snapshot, context).Down(component))
        {
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = severity,
                Subject = workload.Ref,
                Since = since,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("wanted", workload.Replicas)]),
                Evidence =
                [
                    new Evidence(workload.Ref, "status.readyReplicas", string.Create(CultureInfo.InvariantCulture, $"0/{workload.Replicas}")) { At = since },
                    .. pods.Take(MostPods).Select(pod => (pod, State: ComponentScope.StateOf(pod))).Select(pair => new Evidence(pair.pod.Ref, pair.State.Field, pair.State.Value) { At = pair.State.At }),
                ],
                Command = pods.Length > 0 ? $"kubectl -n {workload.Namespace} describe pod {pods[0].Name}" : $"kubectl -n {workload.Namespace} describe {workload.Kind.ToLowerInvariant()} {workload.Name}",
                Affected = [.. pods.Select(pod => pod.Ref)],
            };
        }
    }
}
