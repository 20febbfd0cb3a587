using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Environments;

/// <summary>
/// Which environments there are and what belongs to each: those of the configuration, or, where a cluster has none configured,
/// those that labels and names of its Applications tell. Pure.
/// </summary>
public sealed class EnvironmentDirectory(ImmutableArray<EnvironmentDefinition> configured, FrozenSet<string> systemNamespaces)
{
    private static readonly string[] UsualOrder = ["prod", "staging", "dev"];

    public ImmutableArray<EnvironmentDefinition> Configured => configured;

    /// <summary>Every environment of a cluster, in a stable order: production first where names are guessed, else as configured.</summary>
    public ImmutableArray<EnvironmentScope> ScopesOf(ClusterSnapshot snapshot)
    {
        var definitions = configured.Where(definition => definition.Cluster == snapshot.Cluster).ToArray();
        return definitions.Length > 0 ? Configure(snapshot, definitions) : Guess(snapshot);
    }

    public EnvironmentScope? Find(ClusterSnapshot snapshot, string name) =>
        ScopesOf(snapshot).FirstOrDefault(scope => scope.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? ScopesOf(snapshot).FirstOrDefault(scope => EnvironmentNames.Normalise(scope.Name) == EnvironmentNames.Normalise(name));

    /// <summary>The scope that owns an application; null when it is shared or nobody's.</summary>
    public EnvironmentScope? OwnerOf(ClusterSnapshot snapshot, Application application) =>
        ScopesOf(snapshot).FirstOrDefault(scope => scope.Applications.Any(own => own.Ref == application.Ref));

    /// <summary>Everything of the cluster, under the empty name.</summary>
    public EnvironmentScope Whole(ClusterSnapshot snapshot)
    {
        var everywhere = snapshot.All<Application>().ToArray();
        return new EnvironmentScope("", "", snapshot, everywhere, [], AllNamespaces(snapshot), systemNamespaces);
    }

    private ImmutableArray<EnvironmentScope> Configure(ClusterSnapshot snapshot, EnvironmentDefinition[] definitions)
    {
        var owned = definitions.ToDictionary(
            definition => definition.Name,
            definition => snapshot.All<Application>().Where(application => Fits(definition, application)).ToArray());
        var taken = owned.Values.SelectMany(list => list).Select(application => application.Ref).ToHashSet();
        var shared = SharedOf(snapshot, taken);
        return
        [
            .. definitions.Select(definition => new EnvironmentScope(
                definition.Name,
                definition.Policy,
                snapshot,
                owned[definition.Name],
                shared,
                definition.Namespaces.Concat(DestinationsOf(owned[definition.Name])),
                systemNamespaces)),
        ];
    }

    private ImmutableArray<EnvironmentScope> Guess(ClusterSnapshot snapshot)
    {
        var groups = snapshot.All<Application>()
            .Select(application => (Application: application, Environment: EnvironmentNames.Of(application)))
            .Where(pair => pair.Environment is not null)
            .GroupBy(pair => pair.Environment!, pair => pair.Application)
            .OrderBy(group => Array.IndexOf(UsualOrder, group.Key) is var place and >= 0 ? place : UsualOrder.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        var taken = groups.SelectMany(group => group).Select(application => application.Ref).ToHashSet();
        var shared = SharedOf(snapshot, taken);
        return [.. groups.Select(group => new EnvironmentScope(group.Key, "", snapshot, group, shared, DestinationsOf(group), systemNamespaces))];
    }

    private static bool Fits(EnvironmentDefinition definition, Application application)
    {
        if (definition.Applications.Length > 0)
        {
            return definition.Applications.Any(selector => ApplicationSelector.Matches(selector, application));
        }

        var name = EnvironmentNames.Normalise(definition.Name);
        return EnvironmentNames.Of(application) == name
            || definition.Namespaces.Contains(application.Destination.Namespace)
            || EnvironmentNames.Normalise(LastPart(application.Project)) == name
            || EnvironmentNames.Normalise(LastPart(application.Destination.Namespace)) == name;
    }

    // A destination in a system namespace serves everyone; so does what bears no environment's name, by label or by name.
    private ImmutableArray<Application> SharedOf(ClusterSnapshot snapshot, HashSet<ObjectRef> taken) =>
    [
        .. snapshot.All<Application>().Where(application => !taken.Contains(application.Ref)
            && (systemNamespaces.Contains(application.Destination.Namespace) || EnvironmentNames.Of(application) is null)),
    ];

    private IEnumerable<string> DestinationsOf(IEnumerable<Application> applications) =>
        applications.Select(application => application.Destination.Namespace).Where(item => !systemNamespaces.Contains(item)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> AllNamespaces(ClusterSnapshot snapshot) =>
        snapshot.All<Namespace>().Select(item => item.Name)
            .Concat(snapshot.All<Pod>().Select(item => item.Namespace))
            .Concat(snapshot.All<Application>().SelectMany(item => new[] { item.Namespace, item.Destination.Namespace }))
            .Concat(snapshot.All<Ingress>().Select(item => item.Namespace))
            .Concat(snapshot.All<Service>().Select(item => item.Namespace))
            .Distinct(StringComparer.Ordinal);

    private static string LastPart(string name) => name[(name.LastIndexOf('-') + 1)..];
}
