using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>What a monitor finds: whether a Prometheus takes it, and whether anything bears its labels and its port. Unknown wherever something needed was not read.</summary>
internal sealed class MonitorTargets(ClusterSnapshot snapshot)
{
    /// <summary>True only when every Prometheus of the cluster is known, there is one, and none takes the monitor. Other collectors read monitors too: without a Prometheus nothing is concluded.</summary>
    public bool IsTakenByNone(ScrapeMonitor monitor)
    {
        if (snapshot.ReadingOf("Prometheus") is not { State: ReadingState.Read, Gap: null })
        {
            return false;
        }

        var any = false;
        foreach (var prometheus in snapshot.All<Prometheus>())
        {
            any = true;
            if (Takes(prometheus, monitor) != false)
            {
                return false;
            }
        }

        return any;
    }

    /// <summary>The fault of its targets: <c>nothing</c>, <c>port</c>, or empty when all is well or not known.</summary>
    public string FaultOf(ScrapeMonitor monitor)
    {
        if (monitor.Selector is not { } selector || !AreTargetsKnown(monitor))
        {
            return "";
        }

        var found = false;
        var named = monitor.Ports.Length == 0;
        foreach (var (labels, ports) in monitor is ServiceMonitor ? Services(monitor) : Pods(monitor))
        {
            if (selector.Matches(labels))
            {
                found = true;
                named = named || monitor.Ports.Any(ports.Contains);
            }
        }

        return !found ? "nothing" : named ? "" : "port";
    }

    private static bool? Both(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;

    private bool? Takes(Prometheus prometheus, ScrapeMonitor monitor)
    {
        var (labels, namespaces) = monitor is ServiceMonitor
            ? (prometheus.ServiceMonitors, prometheus.ServiceMonitorNamespaces)
            : (prometheus.PodMonitors, prometheus.PodMonitorNamespaces);
        return Both(labels?.Matches(monitor.Metadata.Labels) ?? false, TakesNamespace(namespaces, prometheus.Namespace, monitor.Namespace));
    }

    private bool? TakesNamespace(LabelSelector? selector, string own, string wanted) =>
        selector is null ? own == wanted
        : selector.MatchLabels.Count == 0 && selector.MatchExpressions.Length == 0 ? true
        : snapshot.Find<Namespace>("Namespace", "", wanted) is { } found ? selector.Matches(found.Metadata.Labels)
        : null;

    private bool AreTargetsKnown(ScrapeMonitor monitor)
    {
        string[] kinds = monitor is ServiceMonitor ? ["Service"] : ["Pod", "Deployment", "StatefulSet", "DaemonSet"];
        return kinds.All(kind => snapshot.ReadingOf(kind) is var reading && (monitor.AnyNamespace
            ? reading is { State: ReadingState.Read, Gap: null }
            : monitor.Namespaces.Length == 0 ? reading.IsCompleteFor(monitor.Namespace) : monitor.Namespaces.All(reading.IsCompleteFor)));
    }

    private IEnumerable<(StringMap Labels, IEnumerable<string> Ports)> Services(ScrapeMonitor monitor) =>
        snapshot.All<Service>().Where(service => monitor.Covers(service.Namespace)).Select(service => (service.Metadata.Labels, service.Ports.Select(port => port.Name)));

    // A workload scaled to zero is a target all the same.
    private IEnumerable<(StringMap Labels, IEnumerable<string> Ports)> Pods(ScrapeMonitor monitor) =>
        snapshot.All<Pod>().Where(pod => monitor.Covers(pod.Namespace)).Select(pod => (pod.Metadata.Labels, NamesOf(pod.Containers)))
            .Concat(snapshot.All<Workload>().Where(workload => workload.Template is not null && monitor.Covers(workload.Namespace)).Select(workload => (workload.Template!.Labels, NamesOf(workload.Template.Containers))));

    private static IEnumerable<string> NamesOf(IEnumerable<ContainerSpec> containers) => containers.SelectMany(container => container.Ports).Select(port => port.Name);
}
