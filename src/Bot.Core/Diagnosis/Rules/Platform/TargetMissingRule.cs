using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>A ServiceMonitor or PodMonitor brings no figures: no Prometheus takes it, nothing bears its labels, or nothing has its port.</summary>
internal sealed class TargetMissingRule : IDiagnosticRule
{
    private const int MostPorts = 6;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.MonTargetMissing, Severity.Warning, ["ServiceMonitor", "PodMonitor", "Prometheus", "Service", "Pod", "Namespace", "Deployment", "StatefulSet", "DaemonSet"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var targets = new MonitorTargets(snapshot);
        foreach (var monitor in snapshot.All<ScrapeMonitor>())
        {
            if (monitor.IsBeingDeleted || (monitor.Metadata.CreatedAt is { } created && context.Now - created < context.Thresholds.Platform.TargetMissing))
            {
                continue;
            }

            var fault = targets.IsTakenByNone(monitor) ? "unselected" : targets.FaultOf(monitor);
            if (fault.Length > 0)
            {
                yield return Found(monitor, fault, snapshot);
            }
        }
    }

    private Finding Found(ScrapeMonitor monitor, string fault, ClusterSnapshot snapshot) => new()
    {
        Rule = Descriptor.Id,
        Severity = Severity.Warning,
        Subject = monitor.Ref,
        Variant = fault,
        Facts = ImmutableDictionary.CreateRange<string, object>([new("kind", monitor.Kind), new("port", monitor.Ports.FirstOrDefault(""))]),
        Evidence =
        [
            .. fault == "unselected"
                ? snapshot.All<Prometheus>().Take(2).Select(found => new Evidence(found.Ref, monitor is ServiceMonitor ? "spec.serviceMonitorSelector" : "spec.podMonitorSelector", Shown(monitor is ServiceMonitor ? found.ServiceMonitors : found.PodMonitors)))
                    .Append(new Evidence(monitor.Ref, "metadata.labels", Shown(monitor.Metadata.Labels)))
                : [new Evidence(monitor.Ref, "spec.selector", Shown(monitor.Selector)), new Evidence(monitor.Ref, "spec.namespaceSelector", monitor.AnyNamespace ? "any" : monitor.Namespaces.Length == 0 ? monitor.Namespace : string.Join(", ", monitor.Namespaces))],
            .. fault == "port" ? [new Evidence(monitor.Ref, monitor is ServiceMonitor ? "spec.endpoints[*].port" : "spec.podMetricsEndpoints[*].port", string.Join(", ", monitor.Ports)), .. PortsFound(monitor, snapshot)] : Array.Empty<Evidence>(),
        ],
        Command = fault == "unselected" ? "kubectl get prometheus -A -o yaml" : $"kubectl -n {monitor.Namespace} get {monitor.Kind.ToLowerInvariant()} {monitor.Name} -o yaml",
    };

    private static IEnumerable<Evidence> PortsFound(ScrapeMonitor monitor, ClusterSnapshot snapshot) => monitor is not ServiceMonitor ? [] : snapshot.All<Service>()
        .Where(service => monitor.Covers(service.Namespace) && monitor.Selector!.Matches(service.Metadata.Labels))
        .Take(1)
        .Select(service => new Evidence(service.Ref, "spec.ports[*].name", string.Join(", ", service.Ports.Take(MostPorts).Select(port => port.Name.Length > 0 ? port.Name : "-"))));

    private static string Shown(LabelSelector? selector) => selector is null ? "none" : selector.MatchLabels.Count + selector.MatchExpressions.Length == 0 ? "{}" : string.Join(", ", new[] { Shown(selector.MatchLabels) }.Concat(selector.MatchExpressions.Select(row => $"{row.Key} {row.Operator}")).Where(text => text.Length > 0));

    private static string Shown(StringMap labels) => string.Join(", ", labels.Select(pair => $"{pair.Key}={pair.Value}"));
}
