using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>Finds pods by their top owner, by labels, and behind a Service.</summary>
public sealed class PodIndex
{
    private readonly Lazy<ImmutableArray<Pod>> unwell;
    private readonly ClusterSnapshot snapshot;
    private readonly Lazy<Dictionary<ObjectRef, List<Pod>>> byTopOwner;
    private readonly Lazy<Dictionary<string, List<Pod>>> byNamespace;
    private readonly Lazy<Dictionary<string, List<Pod>>> byNode;
    private readonly Lazy<SelectorIndex> selectors;
    private readonly Lazy<Dictionary<ObjectRef, List<Pod>>> behind;
    private readonly Lazy<ILookup<ObjectRef, EndpointSlice>> slices;

    internal PodIndex(ClusterSnapshot snapshot)
    {
        this.snapshot = snapshot;
        byTopOwner = new(() => Grouped(snapshot.Owners.TopOf));
        byNamespace = new(() => Grouped(static pod => pod.Namespace));
        byNode = new(() => Grouped(static pod => pod.NodeName));
        selectors = new(() => new SelectorIndex(snapshot));
        behind = new(BehindServices);
        slices = new(() => snapshot.All<EndpointSlice>().ToLookup(slice => new ObjectRef("Service", slice.Namespace, slice.ServiceName)));
        unwell = new(() => [.. snapshot.All<Pod>().Where(pod => !IsPlainlyWell(pod))]);
    }

    /// <summary>All but the pods that run, are ready, were never restarted and are not being deleted, and those that succeeded: what rules about pods have to look at.</summary>
    public ImmutableArray<Pod> Unwell => unwell.Value;

    /// <summary>Pods whose top owner this is (a CronJob's pods come through its Jobs).</summary>
    public IReadOnlyList<Pod> OwnedBy(ObjectRef topOwner) => byTopOwner.Value.TryGetValue(topOwner, out var pods) ? pods : [];

    public IReadOnlyList<Pod> In(string @namespace) => byNamespace.Value.TryGetValue(@namespace, out var pods) ? pods : [];

    /// <summary>Pods that were given to the node.</summary>
    public IReadOnlyList<Pod> On(string node) => node.Length > 0 && byNode.Value.TryGetValue(node, out var pods) ? pods : [];

    /// <summary>Pods of a namespace that bear all labels. For those of a Service ask <see cref="Behind"/>, which is indexed.</summary>
    public IEnumerable<Pod> Selected(string @namespace, StringMap selector) =>
        selector.Count == 0 ? [] : In(@namespace).Where(pod => pod.Metadata.Labels.ContainsAll(selector));

    /// <summary>Pods that the selector of the Service takes; none when it has no selector.</summary>
    public IReadOnlyList<Pod> Behind(Service service) => behind.Value.TryGetValue(service.Ref, out var pods) ? pods : [];

    /// <summary>Services of the pod's namespace whose selector takes the pod.</summary>
    public IEnumerable<Service> ServicesOf(Pod pod) => selectors.Value.Taking(pod.Namespace, pod.Metadata.Labels);

    /// <summary>Ready endpoints of a Service by its slices; null when EndpointSlices were not read for its namespace.</summary>
    public int? ReadyEndpoints(ObjectRef service) =>
        snapshot.ReadingOf("EndpointSlice").IsCompleteFor(service.Namespace) || slices.Value.Contains(service)
            ? slices.Value[service].SelectMany(slice => slice.Endpoints).Count(endpoint => endpoint.Ready && !endpoint.Terminating)
            : null;

    public ImmutableArray<EndpointSlice> SlicesOf(ObjectRef service) => [.. slices.Value[service]];

    private Dictionary<TKey, List<Pod>> Grouped<TKey>(Func<Pod, TKey> keyOf)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, List<Pod>>();
        foreach (var pod in snapshot.All<Pod>())
        {
            Add(groups, keyOf(pod), pod);
        }

        return groups;
    }

    private Dictionary<ObjectRef, List<Pod>> BehindServices()
    {
        var groups = new Dictionary<ObjectRef, List<Pod>>();
        foreach (var pod in snapshot.All<Pod>())
        {
            foreach (var service in ServicesOf(pod))
            {
                Add(groups, service.Ref, pod);
            }
        }

        return groups;
    }

    private static void Add<TKey>(Dictionary<TKey, List<Pod>> groups, TKey key, Pod pod)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var list))
        {
            groups[key] = list = [];
        }

        list.Add(pod);
    }

    private static bool IsPlainlyWell(Pod pod)
    {
        if (pod.Phase != "Running" || pod.IsBeingDeleted || pod.Statuses.IsEmpty)
        {
            return pod.Phase == "Succeeded" && !pod.IsBeingDeleted;
        }

        foreach (var status in pod.Statuses)
        {
            if (!status.Ready || status.RestartCount > 0)
            {
                return false;
            }
        }

        return true;
    }
}
