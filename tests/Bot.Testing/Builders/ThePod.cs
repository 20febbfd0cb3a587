using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Testing.Builders;

/// <summary>A pod of a Deployment, running and ready unless told otherwise. Labels: <c>app</c> is the owner's name.</summary>
public sealed class ThePod
{
    private const string Hash = "6797f58b49";

    private Pod pod;

    public ThePod(string name = "media-service-6797f58b49-5b9gk", string owner = "media-service", string @namespace = "wealist-prod")
    {
        pod = new Pod
        {
            Metadata = TheMetadata.Of(@namespace, name) with
            {
                Labels = TheMetadata.Map(("app", owner), ("pod-template-hash", Hash)),
                Controller = new Owner("ReplicaSet", $"{owner}-{Hash}", $"uid-{owner}"),
            },
            Phase = "Running",
            StartedAt = TheSnapshot.Now.AddHours(-1),
            Conditions = [new Condition("Ready", "True", "", "", TheSnapshot.Now.AddHours(-1))],
            Containers = [new ContainerSpec { Name = owner, Image = $"registry.example/prod/{owner}:1.0", MemoryLimit = new Quantity("512Mi"), MemoryRequest = new Quantity("256Mi"), CpuRequest = new Quantity("250m") }],
            Statuses = [new ContainerStatus { Name = owner, Ready = true, State = new ContainerState(ContainerPhase.Running, StartedAt: TheSnapshot.Now.AddHours(-1)) }],
        };
    }

    public ThePod With(Func<Pod, Pod> change)
    {
        pod = change(pod);
        return this;
    }

    /// <summary>No controller at all, or another one.</summary>
    public ThePod OwnedBy(Owner? owner) => With(it => it with { Metadata = it.Metadata with { Controller = owner } });

    public ThePod Created(TimeSpan ago) => With(it => it with { Metadata = it.Metadata with { CreatedAt = TheSnapshot.Now - ago }, StartedAt = TheSnapshot.Now - ago });

    public ThePod Deleted(TimeSpan ago) => With(it => it with { Metadata = it.Metadata with { DeletedAt = TheSnapshot.Now - ago } });

    public ThePod NotReady() => With(it => it with
    {
        Conditions = [.. it.Conditions.Where(condition => condition.Type != "Ready"), new Condition("Ready", "False", "ContainersNotReady", "containers with unready status", it.Metadata.CreatedAt)],
        Statuses = [.. it.Statuses.Select(status => status with { Ready = false })],
    });

    /// <summary>The container waits with this reason; the pod is not ready.</summary>
    public ThePod Waiting(string reason, string message = "") => NotReady().Status(status => status with { State = new ContainerState(ContainerPhase.Waiting, reason, message) });

    /// <summary>Restarts so far and how the run before ended.</summary>
    public ThePod Restarted(int times, string reason, int exitCode, TimeSpan ago, string message = "") => Status(status => status with
    {
        RestartCount = times,
        LastState = new ContainerState(ContainerPhase.Terminated, reason, message, exitCode, TheSnapshot.Now - ago - TimeSpan.FromSeconds(20), TheSnapshot.Now - ago),
    });

    public ThePod CrashLooping(string reason, int exitCode, int restarts = 6, string message = "") =>
        Waiting("CrashLoopBackOff", "back-off 5m0s restarting failed container").Restarted(restarts, reason, exitCode, TimeSpan.FromMinutes(2), message);

    /// <summary>The scheduler finds no node.</summary>
    public ThePod Unschedulable(string message, TimeSpan since) => With(it => it with
    {
        Phase = "Pending",
        Statuses = [],
        Conditions = [new Condition("PodScheduled", "False", "Unschedulable", message, TheSnapshot.Now - since)],
    });

    public ThePod Status(Func<ContainerStatus, ContainerStatus> change) => With(it => it with { Statuses = it.Statuses.Select(change).ToImmutableArray() });

    public Pod Build() => pod;

    public static implicit operator Pod(ThePod builder) => builder.pod;
}
