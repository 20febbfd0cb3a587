using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Argo CD's application controller: operations, deletions, comparisons, auto-sync, in that order for each Application.</summary>
internal sealed class ApplicationController : IController, IDisposable
{
    private const int JitterSeconds = 60;
    private readonly Dictionary<string, ApplicationMemory> memories = new(StringComparer.Ordinal);
    private readonly StoreWatch changes;
    private readonly TrackedObjects tracked;
    private readonly OperationRunner operations;
    private readonly ApplicationRefresh refresh;
    private readonly ApplicationDeletion deletion;

    public ApplicationController(World world)
    {
        var repo = new RepoServer(world);
        tracked = new TrackedObjects(world);
        changes = world.Store.Watch();
        operations = new OperationRunner(world, repo, tracked);
        refresh = new ApplicationRefresh(world, repo, tracked);
        deletion = new ApplicationDeletion(world, tracked);
    }

    public void Tick(World world)
    {
        if (!IsUp(world))
        {
            return;
        }

        var applications = world.Store.List(SimulatedKinds.Application).Select(static app => app.Name).ToList();
        foreach (var name in applications)
        {
            if (Find(world, name) is { } app && app.Body.Text("metadata", "annotations", Tracking.SkipReconcile) != "true")
            {
                if (app.Body.ContainsKey("operation"))
                {
                    operations.Process(app, MemoryOf(world, app));
                }
                else if (World.IsDeleting(app.Body))
                {
                    deletion.Process(app);
                }
            }
        }

        NoteChanges(world);
        foreach (var name in applications)
        {
            if (Find(world, name) is { } app && app.Body.Text("metadata", "annotations", Tracking.SkipReconcile) != "true")
            {
                refresh.Process(app, MemoryOf(world, app));
            }
        }
    }

    /// <summary>Compares an application now, Git included, as if its time had come.</summary>
    public void CompareNow(World world, string name)
    {
        if (Find(world, name) is { } app)
        {
            var memory = MemoryOf(world, app);
            memory.AskGit = true;
            refresh.Process(app, memory);
        }
    }

    public void Dispose()
    {
        changes.Dispose();
        tracked.Dispose();
    }

    private static bool IsUp(World world) => world.Store.Get(SimulatedKinds.StatefulSet, "argocd", "argocd-application-controller") is not { } set
        || set.Body.Number("status", "readyReplicas") > 0;

    private static StoredObject? Find(World world, string name) => world.Store.Get(SimulatedKinds.Application, "argocd", name);

    private ApplicationMemory MemoryOf(World world, StoredObject app)
    {
        if (!memories.TryGetValue(app.Uid, out var memory))
        {
            memories[app.Uid] = memory = new ApplicationMemory(TimeSpan.FromSeconds(world.Random.Next(JitterSeconds)));
        }

        return memory;
    }

    /// <summary>Marks the applications whose objects, or whose own wishes, changed.</summary>
    private void NoteChanges(World world)
    {
        while (changes.Changes.TryRead(out var change))
        {
            if (Tracking.OwnerOf(change.Object) is { } owner && Find(world, owner) is { } app)
            {
                MemoryOf(world, app).Touched = true;
            }

            if (change.Object.Kind == SimulatedKinds.Application && Find(world, change.Object.Name) is { } itself
                && !JsonNode.DeepEquals(change.Object.Body["spec"], change.Previous?.Body["spec"]))
            {
                MemoryOf(world, itself).AskGit = true;
            }
        }
    }
}
