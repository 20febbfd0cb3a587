using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Mesh;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Mesh;

/// <summary>A pod of a namespace that asks for sidecars has none.</summary>
internal sealed class SidecarMissingRule : IDiagnosticRule
{
    private static readonly string[] Restarts = ["Deployment", "StatefulSet", "DaemonSet"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.MeshSidecarMissing, Severity.Warning.To(Severity.Critical), ["Pod", "Namespace", "PeerAuthentication", "MutatingWebhookConfiguration", "Deployment"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var modes = new Lazy<MtlsModes>(() => new MtlsModes(snapshot));
        foreach (var home in snapshot.All<Namespace>())
        {
            foreach (var pod in snapshot.Pods.In(home.Name))
            {
                if (!Sidecars.IsWanted(pod, home) || Sidecars.HasProxy(pod) || !ServicePods.Counts(pod))
                {
                    continue;
                }

                var since = pod.StartedAt ?? pod.Metadata.CreatedAt;
                if (context.IsOlder(since, context.Thresholds.Mesh.SidecarMissing) && !(pod.Metadata.CreatedAt < home.InjectionLabelledAt))
                {
                    yield return Found(pod, home, since, modes.Value.StrictFor(pod), snapshot);
                }
            }
        }
    }

    private Finding Found(Pod pod, Namespace home, DateTimeOffset? since, PeerAuthentication? strict, ClusterSnapshot snapshot)
    {
        var owner = snapshot.Owners.TopOf(pod);
        var asked = home.Metadata.Labels["istio-injection"] is { } value ? $"istio-injection={value}" : home.Metadata.Labels["istio.io/rev"] is { } revision ? $"istio.io/rev={revision}" : "-";
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = strict is null ? Severity.Warning : Severity.Critical,
            Subject = pod.Ref,
            Variant = strict is null ? "" : "strict",
            Since = since,
            Evidence =
            [
                new Evidence(pod.Ref, "spec.containers[*].name", string.Join(", ", pod.Containers.Select(container => container.Name))),
                new Evidence(home.Ref, "metadata.labels", asked),
                .. strict is null ? [] : new[] { new Evidence(strict.Ref, "spec.mtls.mode", "STRICT") },
            ],
            Action = Restarts.Contains(owner.Kind) ? "restart" : null,
            Command = Restarts.Contains(owner.Kind)
                ? $"kubectl -n {pod.Namespace} rollout restart {owner.Kind.ToLowerInvariant()}/{owner.Name}"
                : "kubectl get mutatingwebhookconfigurations -l app=sidecar-injector",
            PointsTo =
            [
                .. snapshot.All<WebhookConfiguration>().Where(configuration => configuration.IsMutating && configuration.Webhooks.Any(webhook => webhook.Name.EndsWith("sidecar-injector.istio.io", StringComparison.Ordinal))).Select(configuration => configuration.Ref),
                .. ControlPlane.Istiods(snapshot).Select(deployment => deployment.Ref),
            ],
        };
    }
}
