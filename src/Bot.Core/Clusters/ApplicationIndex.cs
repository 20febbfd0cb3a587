namespace Bot.Core.Clusters;

/// <summary>Which Application manages an object, and which Application made another.</summary>
public sealed class ApplicationIndex
{
    private readonly ILookup<ObjectRef, Application> managers;
    private readonly ClusterSnapshot snapshot;

    internal ApplicationIndex(ClusterSnapshot snapshot)
    {
        this.snapshot = snapshot;
        managers = snapshot.All<Application>()
            .SelectMany(app => app.Resources.Select(resource => (Target: new ObjectRef(resource.Kind, resource.Namespace, resource.Name), App: app)))
            .ToLookup(pair => pair.Target, pair => pair.App);
    }

    /// <summary>Applications that list the object in <c>status.resources</c>.</summary>
    public IEnumerable<Application> Managing(ObjectRef reference) => managers[reference];

    /// <summary>Applications (others than itself) that list this one: its parents in an App of Apps.</summary>
    public IEnumerable<Application> ParentsOf(Application application) =>
        managers[application.Ref].Where(parent => parent.Ref != application.Ref);

    /// <summary>Child Applications that this one lists, as far as they are in the snapshot; itself left out.</summary>
    public IEnumerable<Application> ChildrenOf(Application application) =>
        application.Resources
            .Where(resource => resource is { Kind: "Application", Group: "argoproj.io" or "" })
            .Select(resource => snapshot.Find<Application>("Application", resource.Namespace.Length > 0 ? resource.Namespace : application.Namespace, resource.Name))
            .OfType<Application>()
            .Where(child => child.Ref != application.Ref);
}
