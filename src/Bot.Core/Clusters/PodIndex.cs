using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>Finds pods by their top owner, by labels, and behind a Service.</summary>
public sealed class PodIndex
{
    private readonly ILookup<ObjectRef, Pod> byTopOwner;
    private readonly ILookup<string, Pod> byNamespace;
    private readonly ILookup<ObjectRef, EndpointSlice> slices;
    private readonly ClusterSnapshot snapshot;

    internal PodIndex(ClusterSnapshot snapshot)
    {
        this.snapshot = snapshot;
        byTopOwner = snapshot.All<Pod>().ToLookup(pod => snapshot.Owners.TopOf(pod));
        byNamespace = snapshot.All<Pod>().ToLookup(pod => pod.Namespace);
        slices = snapshot.All<EndpointSlice>().ToLookup(slice => new ObjectRef("Service", slice.Namespace, slice.ServiceName));
    }

    /// <summary>Pods whose top owner this is (a CronJob's pods come through its Jobs).</summary>
    public IEnumerable<Pod> OwnedBy(ObjectRef topOwner) => byTopOwner[topOwner];

    public IEnumerable<Pod> In(string @namespace) => byNamespace[@namespace];

    public IEnumerable<Pod> Selected(string @namespace, StringMap selector) =>
        selector.Count == 0 ? [] : byNamespace[@namespace].Where(pod => pod.Metadata.Labels.ContainsAll(selector));

    /// <summary>Services of the pod's namespace whose selector takes the pod.</summary>
    public IEnumerable<Service> ServicesOf(Pod pod) =>
        snapshot.All<Service>().Where(service => service.Namespace == pod.Namespace && service.Selector.Count > 0 && pod.Metadata.Labels.ContainsAll(service.Selector));

    /// <summary>Ready endpoints of a Service by its slices; null when EndpointSlices were not read for its namespace.</summary>
    public int? ReadyEndpoints(ObjectRef service) =>
        snapshot.ReadingOf("EndpointSlice").IsCompleteFor(service.Namespace) || slices.Contains(service)
            ? slices[service].SelectMany(slice => slice.Endpoints).Count(endpoint => endpoint.Ready && !endpoint.Terminating)
            : null;

    public ImmutableArray<EndpointSlice> SlicesOf(ObjectRef service) => [.. slices[service]];
}
