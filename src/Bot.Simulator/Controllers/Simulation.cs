using Bot.Simulator.Controllers.ArgoCd;
using Bot.Simulator.Controllers.Kubernetes;
using Bot.Simulator.Git;
using Bot.Simulator.Scenarios;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers;

/// <summary>The simulated cluster without its API: objects, controllers, and the scenario that set them up.</summary>
internal sealed class Simulation : IDisposable
{
    private static readonly TimeSpan ExpiryInterval = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly IReadOnlyList<IController> controllers;
    private DateTimeOffset nextExpiry;

    private Simulation(World world)
    {
        World = world;
        Applications = new ApplicationController(world);
        controllers =
        [
            new NamespaceController(), Applications, new DeploymentController(), new StatefulSetController(), new DaemonSetController(), new ReplicaSetController(),
            new JobController(), new Scheduler(), new Kubelet(), new EndpointSliceController(), new LoadBalancerController(), new ExternalSecretController(),
        ];
    }

    public World World { get; }

    public ApplicationController Applications { get; }

    /// <summary>Reads the scenario and plays its past up to now.</summary>
    public static Simulation Start(string scenario, string? directory, TimeProvider time, Random random)
    {
        var now = time.GetUtcNow();
        var start = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var read = new ScenarioReader(new ScenarioFiles(directory), start).Read(scenario);
        var clock = new SimulationClock(time);
        var store = new ObjectStore(clock, new StoreOptions { Seed = random.Next() });
        var simulation = new Simulation(new World(store, clock, random, new GitServer(read.Repositories), new Behaviours(read.Behaviours)));
        new ScenarioPlayer(simulation, read, start).Play();
        return simulation;
    }

    /// <summary>Lets every controller look once.</summary>
    public void Tick()
    {
        lock (gate)
        {
            foreach (var controller in controllers)
            {
                controller.Tick(World);
            }

            if (World.Now >= nextExpiry)
            {
                nextExpiry = World.Now + ExpiryInterval;
                World.Events.Expire();
            }
        }
    }

    public void Dispose() => Applications.Dispose();
}
