using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>Recognises parts of the platform by the images that they run and, where those have names of their own, by well-known labels.</summary>
internal static class Components
{
    private static readonly FrozenDictionary<string, Component> ByName = new Dictionary<string, Component>(StringComparer.Ordinal)
    {
        ["postgres"] = Component.Postgres,
        ["postgresql"] = Component.Postgres,
        ["postgresql-ha"] = Component.Postgres,
        ["postgresql-repmgr"] = Component.Postgres,
        ["postgis"] = Component.Postgres,
        ["pgvector"] = Component.Postgres,
        ["timescaledb"] = Component.Postgres,
        ["timescaledb-ha"] = Component.Postgres,
        ["spilo"] = Component.Postgres,
        ["prometheus"] = Component.Prometheus,
        ["alertmanager"] = Component.Alertmanager,
        ["grafana"] = Component.Grafana,
        ["grafana-oss"] = Component.Grafana,
        ["grafana-enterprise"] = Component.Grafana,
        ["loki"] = Component.Loki,
        ["enterprise-logs"] = Component.Loki,
        ["promtail"] = Component.LogCollector,
        ["alloy"] = Component.LogCollector,
        ["alloy-logs"] = Component.LogCollector,
        ["fluent-bit"] = Component.LogCollector,
        ["aws-for-fluent-bit"] = Component.LogCollector,
        ["fluentd"] = Component.LogCollector,
        ["vector"] = Component.LogCollector,
        ["filebeat"] = Component.LogCollector,
        ["prometheus-operator"] = Component.PrometheusOperator,
        ["kube-prometheus-stack-operator"] = Component.PrometheusOperator,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] NameLabels = ["app.kubernetes.io/name", "app", "k8s-app"];

    // What bears the name of a component and is none: helpers that speak to it.
    private static readonly string[] Helpers = ["exporter", "proxy", "renderer", "backup", "canary", "adapter", "bouncer", "operator", "gateway", "memcached"];

    public static Component Of(Workload workload) => workload.Template is { } template
        ? Of(template.Containers, template.Labels, workload.Metadata.Labels)
        : Of([], workload.Metadata.Labels, StringMap.Empty);

    public static Component Of(Pod pod) => Of(pod.Containers, pod.Metadata.Labels, StringMap.Empty);

    private static Component Of(ImmutableArray<ContainerSpec> containers, StringMap labels, StringMap outer)
    {
        foreach (var container in containers)
        {
            if (!container.IsInit && ByName.TryGetValue(ImageName(container.Image), out var byImage))
            {
                return byImage;
            }
        }

        if (containers.Any(container => !container.IsInit && Helpers.Any(word => ImageName(container.Image).Contains(word, StringComparison.Ordinal))))
        {
            return Component.None;
        }

        foreach (var label in NameLabels)
        {
            if ((labels[label] ?? outer[label]) is { } name && ByName.TryGetValue(name, out var byLabel))
            {
                return byLabel;
            }
        }

        return Component.None;
    }

    /// <summary>The last part of an image's path without tag and digest; Spilo has its major version in it.</summary>
    internal static string ImageName(string image)
    {
        var name = image.AsSpan(image.LastIndexOf('/') + 1);
        name = name[..(name.IndexOfAny(':', '@') is >= 0 and var end ? end : name.Length)];
        return name.StartsWith("spilo-", StringComparison.Ordinal) ? "spilo" : name.ToString();
    }
}
