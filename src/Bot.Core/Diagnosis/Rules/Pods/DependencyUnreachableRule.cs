using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The program is down because something that it needs cannot be reached: a consequence where that is a Service of this cluster.</summary>
internal sealed class DependencyUnreachableRule() : PodFaultRule(RuleIds.PodDependencyUnreachable, PodFault.Dependency, Severity.Warning.To(Severity.Critical), "LogExcerpt", "Service", "EndpointSlice")
{
    private const int LongestName = 30;

    protected override bool WaitsForRollouts => true;

    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.Dependency;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var dependency = found.Dependency!;
        var finding = Begin(found, cases);
        return finding with
        {
            Severity = dependency.State == DependencyState.Outside ? Severity.Warning : finding.Severity,
            Variant = dependency.State switch
            {
                DependencyState.Down => "",
                DependencyState.Ready => "ready",
                DependencyState.Missing => "missing",
                DependencyState.Outside => "outside",
                _ => "unknown",
            },
            Facts = Facts(("container", found.Status.Name), ("target", NameOf(dependency)), ("restarts", found.Status.RestartCount)),
            Evidence =
            [
                found.Told,
                .. dependency.Target is { Kind: "Service" } service && cases.Snapshot.Pods.ReadyEndpoints(service) is { } ready
                    ? [new Evidence(service, "ready endpoints", ready.ToString(CultureInfo.InvariantCulture))]
                    : Array.Empty<Evidence>(),
                StatusOf(found, "restartCount", found.Status.RestartCount.ToString(CultureInfo.InvariantCulture)),
            ],
            Command = dependency is { Target: { Kind: "Service" } target, State: not DependencyState.Outside }
                ? $"kubectl -n {target.Namespace} get service,endpointslices -l kubernetes.io/service-name={target.Name}"
                : Logs(found, previous: found.Status.RestartCount > 0),
            PointsTo = dependency is { Target: { } cause, State: not (DependencyState.Outside or DependencyState.Ready) } ? [cause] : [],
        };
    }

    /// <summary>The Service's own name where there is one: addresses and long host names stay in the evidence.</summary>
    private static string NameOf(Dependency dependency) =>
        dependency.Target is { } target ? target.Name
        : dependency.Address.Length <= LongestName ? dependency.Address
        : dependency.Address.IndexOf('.') is > 0 and < LongestName and var dot ? dependency.Address[..dot]
        : dependency.Address[..LongestName];
}
