using System.Text.Json.Nodes;
using Bot.Simulator.Controllers;
using Bot.Simulator.Controllers.ArgoCd;
using Bot.Simulator.Git;
using Bot.Simulator.Store;

namespace Bot.Simulator.Scenarios;

/// <summary>
/// Plays a scenario's past through the same controllers that run afterwards, so that every status, age and count is one that they would have written.
/// Between two steps it lets things come to rest, then looks in again at the ages at which grace periods and deadlines end.
/// </summary>
internal sealed class ScenarioPlayer(Simulation simulation, Scenario scenario, DateTimeOffset start)
{
    private const int QuietTicks = 6;
    private const int MostTicks = 120;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan[] LaterLooks = [.. new[] { 60, 130, 200, 310, 400, 500, 630, 660 }.Select(static seconds => TimeSpan.FromSeconds(seconds))];

    private World World => simulation.World;

    public void Play()
    {
        for (var index = 0; index < scenario.Timeline.Count; index++)
        {
            var step = scenario.Timeline[index];
            var next = index + 1 < scenario.Timeline.Count ? start + scenario.Timeline[index + 1].At : start;
            Stand(start + step.At);
            Act(step);
            Step(World.Now);
            Rest(next);
        }

        CompareAll();
        Stand(start);
        World.Events.Expire();
        simulation.Tick();
        World.Clock.Run();
    }

    private void Act(TimelineStep step)
    {
        foreach (var push in step.Push)
        {
            World.Git.Find(push.Url)!.Push(push.Branch, push.Sha);
        }

        foreach (var manifest in step.Create)
        {
            Put(manifest);
        }

        foreach (var manifest in step.Apply.SelectMany(FilesAt))
        {
            Put(manifest);
        }

        foreach (var (path, fields) in step.Patch)
        {
            World.Update(Find(path), body => ManifestMatch.LayOver(fields, body));
        }

        foreach (var app in step.Refresh.Select(static name => "Application/argocd/" + name).Select(Find))
        {
            World.Update(app, static body => body.Child("metadata", "annotations")[Tracking.Refresh] = "normal");
        }

        foreach (var held in step.Delete.Select(Find))
        {
            World.Store.Delete(held.Kind, held.Namespace, held.Name);
        }

        foreach (var name in step.DeleteNamespaces)
        {
            World.Store.Delete(SimulatedKinds.Namespace, "", name);
        }

        foreach (var workload in step.DeletePods)
        {
            foreach (var pod in World.Store.List(SimulatedKinds.Pod).Where(pod => Controllers.Kubernetes.PodOwner.WorkloadOf(World, pod) == workload))
            {
                World.Store.Delete(pod.Kind, pod.Namespace, pod.Name, new DeleteRequest { GracePeriodSeconds = 0 });
            }
        }
    }

    private void Put(JsonObject manifest)
    {
        var metadata = manifest.Child("metadata");
        if (manifest.Text("kind") == "Application")
        {
            metadata["namespace"] ??= "argocd";
        }

        World.Store.Load(manifest);
    }

    private IEnumerable<JsonObject> FilesAt(string path)
    {
        var file = scenario.Repositories.Select(repository => repository.Head(repository.MainBranch)?.Files.GetValueOrDefault(path)).OfType<GitFile>().FirstOrDefault();
        return file?.Templates.Select(static template => (JsonObject)template.DeepClone())
            ?? throw new ScenarioException($"Scenario '{scenario.Name}' applies '{path}', which the main branch does not have then.");
    }

    private StoredObject Find(string path)
    {
        var parts = path.Split('/');
        var kind = SimulatedKinds.All.FirstOrDefault(kind => kind.Kind == parts[0]);
        return (parts.Length == 3 && kind is not null ? World.Store.Get(kind, parts[1], parts[2]) : null)
            ?? throw new ScenarioException($"Scenario '{scenario.Name}' names '{path}', which does not exist then. Write Kind/namespace/name.");
    }

    private void Rest(DateTimeOffset until)
    {
        var began = World.Now;
        var quiet = 0;
        for (var tick = 0; tick < MostTicks && quiet < QuietTicks && World.Now < until; tick++)
        {
            quiet = Step(World.Now + Second) ? 0 : quiet + 1;
        }

        foreach (var look in LaterLooks.Where(look => began + look < until && began + look > World.Now).ToList())
        {
            Step(began + look);
            Step(World.Now + Second);
        }
    }

    /// <summary>One tick at that time; false when it changed nothing.</summary>
    private bool Step(DateTimeOffset time)
    {
        var before = World.Store.Revision;
        Stand(time);
        simulation.Tick();
        return World.Store.Revision != before;
    }

    /// <summary>The last comparisons lie spread over the last two minutes, as they would.</summary>
    private void CompareAll()
    {
        var applications = World.Store.List(SimulatedKinds.Application).Select(static app => app.Name).ToList();
        for (var index = 0; index < applications.Count; index++)
        {
            Stand(start - TimeSpan.FromSeconds(110 - (100 * index / applications.Count)));
            simulation.Applications.CompareNow(World, applications[index]);
        }
    }

    /// <summary>Time never goes back.</summary>
    private void Stand(DateTimeOffset time) => World.Clock.StandAt(time > World.Now || World.Clock.IsRunning ? time : World.Now);
}
