using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Environments;

/// <summary>Makes the report of one environment from a snapshot and its diagnosis. Pure.</summary>
public static class StatusReporter
{
    private static readonly string[] WorstHealth = ["Degraded", "Missing", "Unknown", "Progressing", "Suspended", "", "Healthy"];
    private static readonly string[] WorstSync = ["Unknown", "OutOfSync", "", "Synced"];

    public static StatusReport Of(EnvironmentScope scope, EnvironmentDirectory directory, ClusterSnapshot snapshot, ClusterDiagnosis diagnosis, DiagnosisContext context)
    {
        var findings = scope.FindingsOf(diagnosis);
        return new StatusReport
        {
            Environment = scope.Name,
            Cluster = snapshot.Cluster,
            Now = context.Now,
            TakenAt = snapshot.TakenAt,
            Applications = Applications(scope, directory, snapshot, findings),
            Pods = Pods(snapshot, context),
            Ingresses = Ingresses(scope, snapshot),
            Services = Services(scope, snapshot, context),
            Findings = findings,
            Diagnosis = diagnosis,
            Sources =
            [
                .. snapshot.Readings.Values
                    .Concat(diagnosis.NotRead.Where(kind => !snapshot.Readings.ContainsKey(kind)).Select(kind => new KindReading(kind, ReadingState.NotRead)))
                    .OrderBy(reading => reading.Kind, StringComparer.Ordinal),
            ],
        };
    }

    private static ImmutableArray<ApplicationRow> Applications(EnvironmentScope scope, EnvironmentDirectory directory, ClusterSnapshot snapshot, ImmutableArray<Finding> findings)
    {
        var worst = findings.Where(finding => finding.Subject.Kind == "Application").ToLookup(finding => finding.Subject, finding => finding.Severity);
        var environments = scope.Name.Length > 0
            ? []
            : directory.ScopesOf(snapshot).SelectMany(own => own.Applications.Select(application => (application.Ref, own.Name))).DistinctBy(pair => pair.Ref).ToDictionary(pair => pair.Ref, pair => pair.Name);
        var shared = scope.Shared.Select(application => application.Ref).ToHashSet();
        return
        [
            .. scope.Applications.Concat(scope.Shared)
                .OrderByDescending(application => worst[application.Ref].Select(severity => (int)severity + 1).DefaultIfEmpty(0).Max())
                .ThenBy(application => Rank(WorstHealth, LiveHealth.Of(application, snapshot)))
                .ThenBy(application => Rank(WorstSync, application.SyncStatus))
                .ThenBy(application => application.Name, StringComparer.Ordinal)
                .Select(application => new ApplicationRow(
                    scope.Name.Length == 0 ? environments.GetValueOrDefault(application.Ref, "") : shared.Contains(application.Ref) ? "" : scope.Name,
                    application.Namespace,
                    application.Name,
                    application.SyncStatus,
                    LiveHealth.Of(application, snapshot),
                    application.OperationState?.Phase ?? "",
                    application.SyncRevision,
                    application.Destination.Namespace,
                    application.HealthSince,
                    worst.Contains(application.Ref))),
        ];
    }

    private static ImmutableArray<PodRow> Pods(ClusterSnapshot snapshot, DiagnosisContext context) =>
    [
        .. snapshot.All<Pod>()
            .Where(pod => context.SystemNamespaces.Contains(pod.Namespace))
            .Select(pod => (Pod: pod, State: PodTrouble.Of(pod, context.Now)))
            .Where(pair => pair.State is not null)
            .OrderBy(pair => pair.Pod.Namespace, StringComparer.Ordinal)
            .ThenBy(pair => pair.Pod.Name, StringComparer.Ordinal)
            .Select(pair => new PodRow(
                pair.Pod.Namespace,
                pair.Pod.Name,
                pair.State!,
                pair.Pod.Statuses.Count(status => !status.IsInit && status.Ready),
                Math.Max(pair.Pod.Containers.Count(container => !container.IsInit), pair.Pod.Statuses.Count(status => !status.IsInit)),
                pair.Pod.Statuses.Sum(status => status.RestartCount),
                pair.Pod.ConditionOf("Ready")?.LastTransitionAt ?? pair.Pod.StartedAt ?? pair.Pod.Metadata.CreatedAt)),
    ];

    private static ImmutableArray<IngressRow> Ingresses(EnvironmentScope scope, ClusterSnapshot snapshot) =>
    [
        .. snapshot.All<Ingress>().Where(ingress => scope.Contains(ingress.Ref)).Select(FromIngress)
            .Concat(snapshot.All<Gateway>().Where(gateway => scope.Contains(gateway.Ref)).Select(gateway => FromGateway(gateway, snapshot)))
            .Concat(snapshot.All<Service>().Where(service => service.Type == "LoadBalancer" && scope.Contains(service.Ref)).Select(FromService))
            .OrderBy(row => row.Namespace, StringComparer.Ordinal)
            .ThenBy(row => row.Name, StringComparer.Ordinal),
    ];

    // What people use: Services with a selector outside the system namespaces.
    private static ServiceHealth Services(EnvironmentScope scope, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var counts = snapshot.All<Service>()
            .Where(service => service.Selector.Count > 0 && !context.SystemNamespaces.Contains(service.Namespace) && scope.Contains(service.Ref))
            .Select(service => snapshot.Pods.ReadyEndpoints(service.Ref))
            .ToArray();
        return new ServiceHealth(counts.Count(ready => ready > 0), counts.Count(ready => ready == 0), counts.Count(ready => ready is null));
    }

    private static IngressRow FromIngress(Ingress ingress) => new(
        ingress.Kind,
        ingress.Namespace,
        ingress.Name,
        [.. ingress.Paths.Where(path => path.Host.Length > 0).Select(path => Url(path.Host, ingress.TlsHosts.Contains(path.Host), path.Path)).Distinct(StringComparer.Ordinal)],
        ingress.Addresses);

    private static IngressRow FromGateway(Gateway gateway, ClusterSnapshot snapshot) => new(
        "Gateway",
        gateway.Namespace,
        gateway.Name,
        [.. snapshot.All<HttpRoute>().Where(route => route.Namespace == gateway.Namespace).SelectMany(route => route.Hostnames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        gateway.Addresses);

    private static IngressRow FromService(Service service) => new(
        service.Kind,
        service.Namespace,
        service.Name,
        [.. service.Addresses.SelectMany(address => service.Ports.Select(port => $"{address}:{port.Port}"))],
        service.Addresses);

    private static string Url(string host, bool tls, string path) => $"{(tls ? "https" : "http")}://{host}{(path is "" or "/" or "/*" ? "" : path)}";

    private static int Rank(string[] order, string value) => Array.IndexOf(order, value) is var place and >= 0 ? place : order.Length;
}
