using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>A Service has pods and none of them is ready. Its cause is whatever keeps the pods from becoming ready.</summary>
internal sealed class NoReadyEndpointsRule : IDiagnosticRule
{
    private const int MostPods = 2;

    private static readonly FrozenSet<string> Hard = FrozenSet.ToFrozenSet(
        ["ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull", "CreateContainerConfigError", "CreateContainerError", "RunContainerError", "CrashLoopBackOff"]);

    public RuleDescriptor Descriptor { get; } = new(
        RuleIds.SvcNoReadyEndpoints,
        Severity.Critical,
        ["Service", "EndpointSlice", "Pod", "Deployment", "ReplicaSet", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "APIService"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new PodScope(snapshot, context);
        var told = new Lazy<FrozenSet<ObjectRef>>(() => ToldElsewhere(snapshot));
        foreach (var service in snapshot.All<Service>())
        {
            if (!ServicePods.Routes(service) || service.PublishNotReadyAddresses || snapshot.Pods.ReadyEndpoints(service.Ref) is not 0)
            {
                continue;
            }

            var pods = ServicePods.Of(service, snapshot);
            if (pods.Count == 0 || pods.Exists(pod => pod.IsReady) || told.Value.Contains(service.Ref) || ServicePods.IsDns(service) || HasTwin(service, pods[0], snapshot))
            {
                continue;
            }

            var since = pods.Max(pod => pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.Metadata.CreatedAt);
            if (context.IsOlder(since, context.Thresholds.Network.NoEndpoints) && !(pods.TrueForAll(scope.IsRollingOut) && !pods.Exists(IsHard)))
            {
                yield return Found(service, pods, since, snapshot);
            }
        }
    }

    // What it means that such a Service is empty is told by the rules about webhooks and aggregated APIs.
    private static FrozenSet<ObjectRef> ToldElsewhere(ClusterSnapshot snapshot) => snapshot.All<WebhookConfiguration>()
        .SelectMany(configuration => configuration.Webhooks)
        .Select(webhook => (webhook.ServiceNamespace, webhook.ServiceName))
        .Concat(snapshot.All<ApiService>().Where(api => api.Conditions.Any(condition => condition is { Type: "Available", IsFalse: true })).Select(api => (api.ServiceNamespace, api.ServiceName)))
        .Where(pair => pair.ServiceName.Length > 0)
        .Select(pair => new ObjectRef("Service", pair.ServiceNamespace, pair.ServiceName))
        .ToFrozenSet();

    // The headless Service of a StatefulSet beside the one that clients use.
    private static bool HasTwin(Service service, Pod pod, ClusterSnapshot snapshot) =>
        ServicePods.IsHeadless(service) && snapshot.Pods.ServicesOf(pod).Any(other => !ServicePods.IsHeadless(other) && !other.PublishNotReadyAddresses);

    private static bool IsHard(Pod pod) => pod.Statuses.Any(status => status.State.Phase == ContainerPhase.Waiting && Hard.Contains(status.State.Reason));

    private Finding Found(Service service, List<Pod> pods, DateTimeOffset? since, ClusterSnapshot snapshot)
    {
        var owners = pods.Select(pod => snapshot.Owners.TopOf(pod)).Distinct().ToImmutableArray();
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = service.Ref,
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("pods", pods.Count), new("workload", owners[0].Name)]),
            Evidence =
            [
                new Evidence(service.Ref, "endpoints (ready)", $"0/{pods.Count}"),
                .. pods.OrderBy(pod => pod.Name, StringComparer.Ordinal).Take(MostPods).Select(pod =>
                    new Evidence(pod.Ref, "status.conditions[Ready].message", pod.ConditionOf("Ready")?.Message is { Length: > 0 } text ? text : pod.Phase) { At = pod.ConditionOf("Ready")?.LastTransitionAt }),
            ],
            Command = $"kubectl -n {service.Namespace} get endpointslices -l kubernetes.io/service-name={service.Name}",
            Affected = [.. owners, .. ServicePods.EntrancesOf(service, snapshot)],
            PointsTo = owners,
        };
    }
}
