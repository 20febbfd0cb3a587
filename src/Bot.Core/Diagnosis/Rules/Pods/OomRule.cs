using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>A container was killed at its memory limit: again and again, or it is down because of it.</summary>
internal sealed class OomRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.PodOom, Severity.Warning.To(Severity.Critical), ["Pod", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Rollout"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var cases = PodCases.Of(snapshot, context);
        return cases.With(PodFault.OutOfMemory).Select(found => Found(found.Pod, found.Status, KilledBy(found.Status, context)!, cases.Scope));
    }

    /// <summary>The kill that counts; null when there is none, or a single one of a container that is ready again.</summary>
    internal static ContainerState? KilledBy(ContainerStatus status, DiagnosisContext context)
    {
        var kill = status.State.Reason == "OOMKilled" ? status.State : status.LastState.Reason == "OOMKilled" ? status.LastState : null;
        var recent = kill?.FinishedAt is { } finished && context.Now - finished < context.Thresholds.Pods.OutOfMemory;
        return kill is not null && (!status.Ready || (recent && status.RestartCount >= 2)) ? kill : null;
    }

    private Finding Found(Pod pod, ContainerStatus status, ContainerState kill, PodScope scope)
    {
        var limit = pod.SpecOf(status.Name)?.MemoryLimit;
        var loops = !status.Ready && (status.State.Reason == "CrashLoopBackOff" || status.RestartCount >= 2);
        var owner = scope.OwnerOf(pod);
        var raised = limit is { } known ? Doubled(known) : "";
        Evidence[] evidence =
        [
            new(pod.Ref, ContainerPaths.Status(status, kill == status.State ? "state.terminated.reason" : "lastState.terminated.reason"), kill.Reason) { At = kill.FinishedAt },
            new(pod.Ref, ContainerPaths.Status(status, "restartCount"), status.RestartCount.ToString(CultureInfo.InvariantCulture)),
            new(pod.Ref, ContainerPaths.Spec(status, "resources.limits.memory"), limit?.Text ?? "-"),
        ];
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = loops ? scope.SeverityOf(pod) : Severity.Warning,
            Subject = pod.Ref,
            Variant = limit is null ? "no-limit" : "",
            Since = kill.FinishedAt,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("container", status.Name), new("limit", limit?.Text ?? ""), new("raised", raised), new("restarts", status.RestartCount)]),
            Evidence = [.. evidence.Concat(scope.ReadyEvidence(pod))],
            Action = limit is null || owner.Kind == "Pod" ? null : "raise-memory",
            Command = limit is null || owner.Kind == "Pod"
                ? $"kubectl -n {pod.Namespace} top pod {pod.Name} --containers"
                : $"kubectl -n {pod.Namespace} set resources {owner.Kind.ToLowerInvariant()}/{owner.Name} -c {status.Name} --limits=memory={raised}",
        };
    }

    /// <summary>Twice the limit, in the unit a person would write.</summary>
    internal static string Doubled(Quantity limit)
    {
        var mebibytes = (long)((limit.Value ?? 0) * 2 / 1048576);
        return mebibytes == 0 ? "" : mebibytes % 1024 == 0 ? $"{mebibytes / 1024}Gi" : $"{mebibytes}Mi";
    }
}
