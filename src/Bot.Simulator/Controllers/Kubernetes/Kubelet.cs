using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>The kubelets of all nodes: starts pods, runs them as the scenario says, ends those that are deleted.</summary>
internal sealed class Kubelet : IController
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan JobTime = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan TellAgain = TimeSpan.FromSeconds(30);
    private static readonly string[] Ordinary = ["level=info msg=\"starting\"", "level=info msg=\"ready to serve\""];
    private readonly Dictionary<string, ContainerMemory> memories = new(StringComparer.Ordinal);

    public void Tick(World world)
    {
        var pods = world.Store.List(SimulatedKinds.Pod);
        foreach (var pod in pods)
        {
            if (World.IsDeleting(pod.Body))
            {
                Stop(world, pod);
            }
            else if (pod.Body.Text("spec", "nodeName") is not null && pod.Body.Text("status", "phase") is not ("Succeeded" or "Failed"))
            {
                Run(world, pod);
            }
        }

        foreach (var gone in memories.Keys.Except(pods.Select(static pod => pod.Uid), StringComparer.Ordinal).ToList())
        {
            memories.Remove(gone);
        }
    }

    private static void Stop(World world, StoredObject pod)
    {
        var grace = TimeSpan.FromSeconds(pod.Body.Number("metadata", "deletionGracePeriodSeconds") ?? 0);
        if (world.Now >= World.TimeAt(pod.Body, "metadata", "deletionTimestamp") - grace + StopTime)
        {
            world.Store.Delete(pod.Kind, pod.Namespace, pod.Name, new DeleteRequest { GracePeriodSeconds = 0 });
        }
    }

    private void Run(World world, StoredObject pod)
    {
        var started = World.TimeAt(pod.Body, "status", "startTime") ?? world.Now;
        if (!memories.TryGetValue(pod.Uid, out var memory))
        {
            memories[pod.Uid] = memory = new ContainerMemory(started + ContainerRuntime.Pull);
        }

        var behaviour = world.Behaviours.For(world, pod, PodOwner.WorkloadOf(world, pod));
        if (behaviour is { OnlyNewPods: true } && PodStatus.IsReady(pod.Body))
        {
            behaviour = null;
        }

        if (behaviour is null && memory.Loop is null && memory.SettledAt == pod.Revision)
        {
            return;
        }

        var view = world.Now < started + ContainerRuntime.Pull
            ? ContainerView.Waiting("ContainerCreating")
            : ContainerRuntime.Look(world, pod, behaviour, memory);
        var ends = pod.Body.Text("spec", "restartPolicy") == "Never" && EndsJob(world, view, memory);
        world.Update(pod, body => PodStatus.Write(world, body, view, ends, behaviour));
        Tell(world, pod, view, memory);
        WriteLogs(world, pod, view, behaviour, memory);
        if (view.Ready && behaviour is null && pod.Body.Text("spec", "restartPolicy") != "Never")
        {
            memory.SettledAt = world.Store.Get(pod.Kind, pod.Namespace, pod.Name)?.Revision ?? 0;
        }
    }

    /// <summary>Each run of a container writes its lines once; a new run makes the old one the previous.</summary>
    private static void WriteLogs(World world, StoredObject pod, ContainerView view, Behaviour? behaviour, ContainerMemory memory)
    {
        var run = $"{view.Restarts}/{behaviour?.Kind}";
        if (!view.HasImage || memory.LoggedRun == run)
        {
            return;
        }

        var container = pod.Body.Objects("spec", "containers").First().Text("name") ?? "";
        if (memory.LoggedRun is not null)
        {
            world.Logs.Restart(pod.Namespace, pod.Name, container);
        }

        memory.LoggedRun = run;
        world.Logs.Append(pod.Namespace, pod.Name, container, behaviour is { Logs.Count: > 0 } ? behaviour.Logs : Ordinary);
        if (view.Restarts > 0 && world.Logs.Read(pod.Namespace, pod.Name, container, previous: true) is not { Count: > 0 })
        {
            var lines = (behaviour is { Logs.Count: > 0 } ? behaviour.Logs : Ordinary).Select(line => new LogLine(world.Now, line)).ToList();
            world.Logs.Append(pod.Namespace, pod.Name, container, previous: true, lines);
        }
    }

    private static bool EndsJob(World world, ContainerView view, ContainerMemory memory) =>
        view.State.ContainsKey("running") ? world.Now >= memory.RunStart + JobTime : view.LastState.ContainsKey("terminated");

    private static void Tell(World world, StoredObject pod, ContainerView view, ContainerMemory memory)
    {
        if (view.Trouble is { } trouble && (memory.Told.Reason != trouble.Reason || world.Now >= memory.Told.At + TellAgain))
        {
            memory.Told = (trouble.Reason, world.Now);
            world.Events.Record(pod, "Warning", trouble.Reason, trouble.Message, "kubelet");
        }
        else if (view.Ready && !PodStatus.IsReady(pod.Body))
        {
            var container = pod.Body.Objects("spec", "containers").First();
            world.Events.Record(pod, "Normal", "Pulled", $"Container image \"{container.Text("image")}\" already present on machine", "kubelet");
            world.Events.Record(pod, "Normal", "Started", $"Started container {container.Text("name")}", "kubelet");
        }
    }
}
