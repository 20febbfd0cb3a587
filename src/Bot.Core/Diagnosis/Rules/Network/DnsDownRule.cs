using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>The cluster's name service has no ready pod: nothing in the cluster finds anything by name.</summary>
internal sealed class DnsDownRule : IDiagnosticRule
{
    private const int MostClients = 1;

    private static readonly string[] Corefile = ["Corefile", "plugin/", "unknown property", "Unknown directive"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.DnsDown, Severity.Critical, ["Service", "EndpointSlice", "Pod", "Deployment", "LogExcerpt"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var service = snapshot.All<Service>().Where(ServicePods.IsDns).OrderByDescending(found => found.Name == "kube-dns").ThenBy(found => found.Name, StringComparer.Ordinal).FirstOrDefault();
        if (service is null || snapshot.Pods.ReadyEndpoints(service.Ref) is not 0)
        {
            yield break;
        }

        var pods = ServicePods.Of(service, snapshot);
        var known = snapshot.ReadingOf("Pod").IsCompleteFor(service.Namespace);
        if (pods.Exists(pod => pod.IsReady) || (!known && snapshot.Pods.SlicesOf(service.Ref).IsEmpty))
        {
            yield break;
        }

        var owners = pods.Select(pod => snapshot.Owners.TopOf(pod)).Concat(snapshot.All<Deployment>().Where(found => Runs(found, service)).Select(found => found.Ref)).Distinct().ToImmutableArray();
        var since = pods.Max(pod => pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.Metadata.CreatedAt)
            ?? owners.Select(snapshot.Find).OfType<Workload>().Max(workload => workload.ConditionOf("Available") is { IsFalse: true } condition ? condition.LastTransitionAt : null);
        if (!ServicePods.IsYoung(since, context.Thresholds.Network.Dns, context))
        {
            yield return Found(service, pods, known, owners, since, snapshot);
        }
    }

    private static bool Runs(Deployment deployment, Service service) =>
        deployment.Namespace == service.Namespace && deployment.Template is { } template && template.Labels.ContainsAll(service.Selector);

    private Finding Found(Service service, List<Pod> pods, bool known, ImmutableArray<ObjectRef> owners, DateTimeOffset? since, ClusterSnapshot snapshot)
    {
        var words = pods.Select(pod => (Pod: pod, Text: LastWords(pod, snapshot))).FirstOrDefault(pair => pair.Text.Length > 0);
        var lost = FailedCalls.OfNames(snapshot).Where(said => !pods.Contains(said.Pod)).ToList();
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = service.Ref,
            Variant = words.Text is { } text && Corefile.Any(sign => text.Contains(sign, StringComparison.Ordinal)) ? "corefile" : known && pods.Count == 0 ? "none" : "",
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("pods", known ? pods.Count : snapshot.Pods.SlicesOf(service.Ref).Sum(slice => slice.Endpoints.Length)), new("clients", lost.Count)]),
            Evidence =
            [
                new Evidence(service.Ref, "endpoints (ready)", $"0/{(known ? pods.Count : snapshot.Pods.SlicesOf(service.Ref).Sum(slice => slice.Endpoints.Length))}"),
                .. words.Text is { Length: > 0 } ? [new Evidence(words.Pod.Ref, "log", words.Text)] : pods.Take(1).Select(pod => new Evidence(pod.Ref, "status.phase", pod.Phase)),
                .. lost.Take(MostClients).Select(said => new Evidence(said.Pod.Ref, "log", said.Line)),
            ],
            Command = pods.Count == 0
                ? $"kubectl -n {service.Namespace} get deployments,pods -l k8s-app=kube-dns"
                : $"kubectl -n {service.Namespace} logs -l k8s-app=kube-dns --tail=40 --previous",
            BlocksDelivery = true,
            Affected = [.. owners, .. lost.Select(said => snapshot.Owners.TopOf(said.Pod)).Distinct()],
            PointsTo = owners,
            Explains = [.. lost.Select(said => said.Pod.Ref)],
        };
    }

    private static string LastWords(Pod pod, ClusterSnapshot snapshot)
    {
        var log = snapshot.All<LogExcerpt>().FirstOrDefault(excerpt => excerpt.Namespace == pod.Namespace && excerpt.Name == pod.Name && !excerpt.Lines.IsEmpty)?.Lines[^1];
        return log ?? pod.Statuses
            .Select(status => status.State.Phase == ContainerPhase.Terminated ? status.State.Message : status.LastState.Message.Length > 0 ? status.LastState.Message : status.State.Message)
            .FirstOrDefault(message => message.Length > 0, "");
    }
}
