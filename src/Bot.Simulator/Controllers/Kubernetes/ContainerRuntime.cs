using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Works out how a pod's first container stands now: by its age and by the behaviour that the scenario gives it.</summary>
internal static class ContainerRuntime
{
    /// <summary>From scheduling to the first start.</summary>
    public static readonly TimeSpan Pull = TimeSpan.FromSeconds(1);

    /// <summary>From the start to ready.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static ContainerView Look(World world, StoredObject pod, Behaviour? behaviour, ContainerMemory memory)
    {
        var container = pod.Body.Objects("spec", "containers").First();
        var image = container.Text("image") ?? "";
        if (behaviour is { Kind: BehaviourKind.ImageNotFound })
        {
            return Unpulled(world, image, memory);
        }

        return behaviour is { Kind: BehaviourKind.OutOfMemory or BehaviourKind.Crash }
            ? Crashing(world, pod, container.Text("name") ?? "", behaviour, memory)
            : Running(world, behaviour, memory);
    }

    private static ContainerView Unpulled(World world, string image, ContainerMemory memory)
    {
        var pull = $"rpc error: code = NotFound desc = failed to pull and unpack image \"{image}\": failed to resolve reference \"{image}\": {image}: not found";
        var early = world.Now - memory.RunStart < TimeSpan.FromSeconds(10);
        var view = early
            ? ContainerView.Waiting("ErrImagePull", pull)
            : ContainerView.Waiting("ImagePullBackOff", $"Back-off pulling image \"{image}\": ErrImagePull: {pull}");
        return view with { Trouble = early ? ("Failed", $"Failed to pull image \"{image}\": {pull}") : ("BackOff", $"Back-off pulling image \"{image}\"") };
    }

    private static ContainerView Crashing(World world, StoredObject pod, string container, Behaviour behaviour, ContainerMemory memory)
    {
        var firstExit = behaviour.From > memory.RunStart + behaviour.Runs ? behaviour.From.Value : memory.RunStart + behaviour.Runs;
        var loop = CrashLoop.At(memory.RunStart, firstExit, behaviour.Runs, world.Now);
        memory.Loop = loop;
        memory.Exit = behaviour.Kind == BehaviourKind.OutOfMemory ? (137, "OOMKilled") : (behaviour.ExitCode, "Error");
        var restarts = memory.EarlierRestarts + loop.Restarts;
        if (loop.RunningSince is { } since)
        {
            return new ContainerView(RunningState(since), Ended(pod, memory), Ready: false, Started: true, restarts);
        }

        var backOff = loop.BackOff.TotalSeconds >= 60 ? $"{(int)loop.BackOff.TotalMinutes}m{loop.BackOff.Seconds}s" : $"{loop.BackOff.TotalSeconds}s";
        var message = $"back-off {backOff} restarting failed container={container} pod={pod.Name}_{pod.Namespace}({pod.Uid})";
        return new ContainerView(
            new JsonObject { ["waiting"] = new JsonObject { ["reason"] = "CrashLoopBackOff", ["message"] = message } },
            Ended(pod, memory),
            Ready: false,
            Started: false,
            restarts)
        {
            Trouble = ("BackOff", $"Back-off restarting failed container {container} in pod {pod.Name}_{pod.Namespace}({pod.Uid})"),
        };
    }

    private static ContainerView Running(World world, Behaviour? behaviour, ContainerMemory memory)
    {
        if (memory.Loop is { } ended)
        {
            memory.EarlierRestarts += ended.Restarts + 1;
            memory.RunStart = world.Now;
            memory.Loop = null;
        }

        var notReady = behaviour is { Kind: BehaviourKind.NotReady };
        return new ContainerView(RunningState(memory.RunStart), [], !notReady && world.Now >= memory.RunStart + WarmUp, Started: true, memory.EarlierRestarts)
        {
            Trouble = notReady ? ("Unhealthy", behaviour!.Message) : null,
        };
    }

    private static JsonObject RunningState(DateTimeOffset since) =>
        new() { ["running"] = new JsonObject { ["startedAt"] = World.Write(since) } };

    private static JsonObject Ended(StoredObject pod, ContainerMemory memory) => memory.Loop is { LastStart: { } start, LastExit: { } exit } loop
        ? new JsonObject
        {
            ["terminated"] = new JsonObject
            {
                ["exitCode"] = memory.Exit.Code,
                ["reason"] = memory.Exit.Reason,
                ["startedAt"] = World.Write(start),
                ["finishedAt"] = World.Write(exit),
                ["containerID"] = Fingerprint.ContainerId(pod.Uid, loop.Restarts),
            },
        }
        : [];
}
