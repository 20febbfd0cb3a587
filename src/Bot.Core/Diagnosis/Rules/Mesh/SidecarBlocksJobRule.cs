using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Mesh;

namespace Bot.Core.Diagnosis.Rules.Mesh;

/// <summary>The work of a Job is done and its pod does not end, because the proxy beside it runs on. A native sidecar is ended by the kubelet.</summary>
internal sealed class SidecarBlocksJobRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.MeshSidecarBlocksJob, Severity.Warning, ["Pod", "Job", "CronJob"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var pod in snapshot.All<Pod>())
        {
            if (pod.Metadata.Controller?.Kind != "Job" || pod.Phase != "Running" || pod.IsBeingDeleted || Sidecars.StatusOf(pod) is not { IsInit: false, State.Phase: ContainerPhase.Running } proxy)
            {
                continue;
            }

            var work = pod.Statuses.Where(status => !status.IsInit && status.Name != Sidecars.Proxy).ToList();
            var ended = work.Max(status => status.State.FinishedAt);
            if (work.Count > 0 && work.TrueForAll(status => status.State.Phase == ContainerPhase.Terminated) && context.IsOlder(ended, context.Thresholds.Mesh.JobDone))
            {
                yield return Found(pod, proxy, work, ended, snapshot);
            }
        }
    }

    private Finding Found(Pod pod, ContainerStatus proxy, List<ContainerStatus> work, DateTimeOffset? ended, ClusterSnapshot snapshot)
    {
        var job = new ObjectRef("Job", pod.Namespace, pod.Metadata.Controller!.Name);
        var exit = work.Max(status => status.State.ExitCode);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = pod.Ref,
            Since = ended,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("job", job.Name), new("container", work[0].Name), new("exit", exit)]),
            Evidence =
            [
                .. work.Take(2).Select(status => new Evidence(pod.Ref, $"status.containerStatuses[{status.Name}].state.terminated.exitCode", status.State.ExitCode.ToString(CultureInfo.InvariantCulture)) { At = status.State.FinishedAt }),
                new Evidence(pod.Ref, $"status.containerStatuses[{proxy.Name}].state", "running") { At = proxy.State.StartedAt },
            ],
            Command = $"kubectl -n {pod.Namespace} exec {pod.Name} -c {Sidecars.Proxy} -- pilot-agent request POST quitquitquit",
            Affected = [job],
            Explains = [.. new[] { job, snapshot.Owners.TopOf(pod) }.Distinct()],
        };
    }
}
