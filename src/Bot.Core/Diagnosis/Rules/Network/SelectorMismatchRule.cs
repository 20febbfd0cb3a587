using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>The selector of a Service takes no pod although pods that it must mean are there.</summary>
internal sealed class SelectorMismatchRule : IDiagnosticRule
{
    // Labels that a whole family of workloads bears: that they fit proves nothing.
    private static readonly string[] OfAFamily = ["app.kubernetes.io/part-of", "app.kubernetes.io/managed-by", "helm.sh/chart"];

    // Labels by which people name an application.
    private static readonly string[] Naming = ["app", "app.kubernetes.io/name", "k8s-app", "name"];

    private static readonly string[] Suffixes = ["-deployment", "-deploy", "-statefulset", "-service", "-svc"];

    // The controller of a progressive delivery writes these itself.
    private static readonly string[] Written = ["rollouts-pod-template-hash", "pod-template-hash"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.SvcSelectorMismatch, Severity.Critical, ["Service", "Pod", "EndpointSlice", "Deployment", "StatefulSet", "DaemonSet", "Rollout"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var workloads = new Lazy<ILookup<string, Workload>>(() => snapshot.All<Workload>().Where(workload => workload is not ReplicaSet).ToLookup(workload => workload.Namespace));
        foreach (var service in snapshot.All<Service>())
        {
            if (!ServicePods.Routes(service)
                || snapshot.Pods.Behind(service).Count > 0
                || snapshot.Pods.ReadyEndpoints(service.Ref) > 0
                || !snapshot.ReadingOf("Pod").IsCompleteFor(service.Namespace)
                || ServicePods.IsYoung(service.Metadata.CreatedAt, context.Thresholds.Network.Wiring, context)
                || Written.Any(service.Selector.Contains)
                || workloads.Value[service.Namespace].Any(workload => workload.Template is { } template && template.Labels.ContainsAll(service.Selector)))
            {
                continue;
            }

            if (Meant(service, snapshot) is { } pod && !ServicePods.IsYoung(pod.Metadata.CreatedAt, context.Thresholds.Network.Wiring, context))
            {
                yield return Found(service, pod, snapshot);
            }
        }
    }

    /// <summary>
    /// The oldest of the pods that fit best: those of the workload of the same name, else those that share a label. Where workloads were not read
    /// one may be at 0 replicas: then only a label that names the application counts.
    /// </summary>
    private static Pod? Meant(Service service, ClusterSnapshot snapshot)
    {
        var known = snapshot.ReadingOf("Deployment").IsCompleteFor(service.Namespace);
        var name = Stem(service.Name);
        return snapshot.Pods.In(service.Namespace)
            .Where(ServicePods.Counts)
            .Select(pod => (Pod: pod, Score: Stem(snapshot.Owners.TopOf(pod).Name) == name ? int.MaxValue : Shared(service, pod, known)))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => pair.Pod.Metadata.CreatedAt)
            .ThenBy(pair => pair.Pod.Name, StringComparer.Ordinal)
            .Select(pair => pair.Pod)
            .FirstOrDefault();
    }

    private static int Shared(Service service, Pod pod, bool known) =>
        service.Selector.Count(label => (known ? !OfAFamily.Contains(label.Key) : Naming.Contains(label.Key)) && pod.Metadata.Labels[label.Key] == label.Value);

    private static string Stem(string name) => Array.Find(Suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix ? name[..^suffix.Length] : name;

    private Finding Found(Service service, Pod pod, ClusterSnapshot snapshot)
    {
        var differing = service.Selector.Where(label => pod.Metadata.Labels[label.Key] != label.Value).ToList();
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = service.Ref,
            Since = ServicePods.Later(service.Metadata.CreatedAt, pod.Metadata.CreatedAt),
            Facts = ImmutableDictionary.CreateRange<string, object>([new("label", differing[0].Key), new("wanted", differing[0].Value), new("workload", snapshot.Owners.TopOf(pod).Name)]),
            Evidence =
            [
                new Evidence(service.Ref, "spec.selector", string.Join(", ", service.Selector.Select(label => $"{label.Key}={label.Value}"))),
                new Evidence(pod.Ref, "metadata.labels", string.Join(", ", service.Selector.Select(label => $"{label.Key}={pod.Metadata.Labels[label.Key] ?? "-"}"))),
                .. snapshot.Pods.SlicesOf(service.Ref).Take(1).Select(slice => new Evidence(slice.Ref, "endpoints", "0")),
            ],
            Command = $"kubectl -n {service.Namespace} get pods --show-labels",
            Affected = [.. ServicePods.EntrancesOf(service, snapshot)],
        };
    }
}
