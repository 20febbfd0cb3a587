using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Platform;
using Bot.Core.Diagnosis.Rules.Storage;
using Bot.Core.Remediation;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>A PostgreSQL has no ready pod: everything that asks port 5432 of it fails. It says what the usual checks (pod, claim, Secret, disk) show.</summary>
internal sealed class PostgresDownRule : IDiagnosticRule
{
    private const int Port = 5432;

    public RuleDescriptor Descriptor { get; } = new(
        RuleIds.DbPostgresDown,
        Severity.Critical,
        ["StatefulSet", "Deployment", "Pod", "Service", "EndpointSlice", "PersistentVolumeClaim", "Secret", "LogExcerpt", "VolumeUsage"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var (workload, pods, since) in new ComponentScope(snapshot, context).Down(Component.Postgres))
        {
            if (workload is StatefulSet || Listens(workload, pods, snapshot))
            {
                yield return Found(workload.Ref, string.Create(CultureInfo.InvariantCulture, $"0/{workload.Replicas}"), pods, since, snapshot, context);
            }
        }

        foreach (var (service, pods, since) in ServicesWithoutWorkload(snapshot, context))
        {
            yield return Found(service.Ref, string.Create(CultureInfo.InvariantCulture, $"0/{pods.Length}"), pods, since, snapshot, context);
        }
    }

    // A toolbox with the same image waits for people, not for clients.
    private static bool Listens(Workload workload, ImmutableArray<Pod> pods, ClusterSnapshot snapshot) =>
        workload.Template is { } template && template.Containers.Any(container => container.Ports.Any(port => port.Number == Port))
        || pods.SelectMany(snapshot.Pods.ServicesOf).Any(IsDatabase);

    private static bool IsDatabase(Service service) => service.Ports.Any(port => port.Port == Port);

    /// <summary>Databases whose pods belong to an operator's own kind, or whose workload was not read: then the Service is all there is to see.</summary>
    private static IEnumerable<(Service Service, ImmutableArray<Pod> Pods, DateTimeOffset? Since)> ServicesWithoutWorkload(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var seen = new HashSet<ObjectRef>();
        foreach (var service in snapshot.All<Service>().Where(IsDatabase).OrderBy(service => service.Name, StringComparer.Ordinal))
        {
            ImmutableArray<Pod> pods = [.. snapshot.Pods.Behind(service).Where(pod => !pod.IsFinished).OrderByDescending(pod => pod.Metadata.CreatedAt).ThenBy(pod => pod.Name, StringComparer.Ordinal)];
            if (pods.Length == 0
                || pods.Any(pod => pod.IsReady || snapshot.Find(snapshot.Owners.TopOf(pod)) is Workload)
                || !pods.Any(pod => Components.Of(pod) == Component.Postgres)
                || snapshot.Pods.ReadyEndpoints(service.Ref) > 0)
            {
                continue;
            }

            var since = ComponentScope.Since(null, pods);
            if ((ComponentScope.HasHardFault(pods) || context.IsOlder(since, context.Thresholds.Platform.Component)) && !pods.Any(pod => seen.Contains(pod.Ref)))
            {
                seen.UnionWith(pods.Select(pod => pod.Ref));
                yield return (service, pods, since);
            }
        }
    }

    private Finding Found(ObjectRef subject, string ready, ImmutableArray<Pod> pods, DateTimeOffset? since, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var checks = new PostgresChecks(pods, snapshot, context);
        var claim = checks.Claim is { } reference ? snapshot.Find(reference) as PersistentVolumeClaim : null;
        var size = claim?.Capacity ?? claim?.Requested;
        var larger = size?.Value is { } bytes ? NearFullRule.Larger(bytes, context) : "";
        var variant = checks.IsDiskFull ? "disk" : checks.IsClaimBroken ? "claim" : checks.IsSecretMissing ? "secret" : "";
        var grows = variant == "disk" && claim is not null && larger.Length > 0;
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = subject,
            Variant = variant == "disk" && !grows ? "disk-unknown" : variant,
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("claim", checks.Claim?.Name ?? ""), new("secret", checks.MissingSecret), new("size", size?.Text ?? ""), new("larger", larger)]),
            Evidence = [new Evidence(subject, "ready pods", ready) { At = since }, .. checks.Evidence],
            Action = grows ? ActionIds.ExpandVolume : null,
            Command = grows ? $"kubectl -n {claim!.Namespace} patch pvc {claim.Name} --type merge -p '{{\"spec\":{{\"resources\":{{\"requests\":{{\"storage\":\"{larger}\"}}}}}}}}'"
                : variant == "claim" ? $"kubectl -n {subject.Namespace} describe pvc {checks.Claim!.Value.Name}"
                : variant == "secret" ? $"kubectl -n {subject.Namespace} get externalsecret,secret"
                : pods.Length > 0 ? $"kubectl -n {subject.Namespace} logs {pods[0].Name} --previous --tail=40"
                : $"kubectl -n {subject.Namespace} describe {subject.Kind.ToLowerInvariant()} {subject.Name}",
            Affected = [.. pods.SelectMany(snapshot.Pods.ServicesOf).Select(service => service.Ref).Distinct(), .. pods.Select(pod => pod.Ref)],
            PointsTo = [.. checks.Causes.OrderBy(cause => cause.ToString(), StringComparer.Ordinal)],
        };
    }
}
