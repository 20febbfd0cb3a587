using System.Text;
using System.Text.Json.Nodes;
using Bot.Simulator.Controllers;
using Bot.Simulator.Store;
using Bot.Testing;

namespace Bot.Simulator.Tests.Scenarios;

/// <summary>A scenario on a clock that moves by hand, without the API in front.</summary>
internal sealed class Played : IDisposable
{
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 1, 2, 0, 15, 56, TimeSpan.Zero));

    private Played(string scenario, string? directory) => Simulation = Simulation.Start(scenario, directory, clock, new Random(7));

    public Simulation Simulation { get; }

    public ObjectStore Store => Simulation.World.Store;

    public DateTimeOffset Now => clock.GetUtcNow();

    public static Played Start(string scenario, string? directory = null) => new(scenario, directory);

    public JsonObject App(string name) => TryApp(name) ?? throw new InvalidOperationException($"no Application {name}");

    public JsonObject? TryApp(string name) => Store.Get(SimulatedKinds.Application, "argocd", name)?.Body;

    public IReadOnlyList<StoredObject> Apps() => Store.List(SimulatedKinds.Application);

    public void Patch(string app, Action<JsonObject> change) => Store.Update(SimulatedKinds.Application, "argocd", app, change);

    public void Annotate(string app, string key, string value) => Patch(app, body => body.Child("metadata", "annotations")[key] = value);

    public void Terminate(string app) => Patch(app, static body => body.Child("status", "operationState")["phase"] = "Terminating");

    /// <summary>Lets half seconds pass as the demo does.</summary>
    public void Run(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(0.5))
        {
            clock.Advance(TimeSpan.FromSeconds(0.5));
            Simulation.Tick();
        }
    }

    /// <summary>Runs until something holds; how long it took, or null when the time was not enough.</summary>
    public TimeSpan? RunUntil(Func<bool> holds, TimeSpan atMost)
    {
        for (var passed = TimeSpan.Zero; passed <= atMost; passed += TimeSpan.FromSeconds(0.5))
        {
            if (holds())
            {
                return passed;
            }

            Run(TimeSpan.FromSeconds(0.5));
        }

        return null;
    }

    /// <summary>The cluster as a person would look at it; for failure messages.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (var app in Apps())
        {
            text.AppendLine($"{app.Name,-32} {app.Body.Text("status", "sync", "status"),-10} {app.Body.Text("status", "health", "status"),-12} "
                + $"{app.Body.Text("status", "operationState", "phase"),-10} {app.Body.Text("status", "sync", "revision")?[..7]} {app.Body.Text("status", "operationState", "message")} "
                + string.Join("; ", app.Body.Objects("status", "conditions").Select(static condition => condition.Text("message"))));
        }

        foreach (var pod in Store.List(SimulatedKinds.Pod))
        {
            var container = pod.Body.Objects("status", "containerStatuses").FirstOrDefault();
            text.AppendLine($"{pod.Key,-72} {pod.Body.Text("status", "phase"),-10} ready {container?["ready"]} restarts {container?["restartCount"]} {container.Text("state", "waiting", "reason")}");
        }

        return text.ToString();
    }

    public void Dispose() => Simulation.Dispose();
}
