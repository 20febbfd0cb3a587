using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Observing;

/// <summary>Reads one kind once: in the newest version that the server has, in the whole cluster or else where it is allowed.</summary>
internal sealed class KindLister(IKubernetesClient client, TimeProvider clock, ObservationScope scope)
{
    public async Task<KindListing> ListAsync(KindEntry entry, bool fromCache, CancellationToken cancellationToken)
    {
        if (entry.Scope == ListScope.Named)
        {
            return await new NamedObjects(client, clock, scope.ArgoCdNamespace).ReadAsync(entry, cancellationToken);
        }

        ApiFailure? failure = null;
        foreach (var resource in entry.Older.Prepend(entry.Resource))
        {
            var listed = await client.ListAsync(resource, @namespace: null, entry.Reader, OptionsOf(entry, fromCache), cancellationToken);
            if (listed.IsSuccess)
            {
                return Whole(entry, resource, listed.Value);
            }

            failure = listed.Failure;
            if (failure.Kind == ApiFailureKind.Forbidden && resource.Namespaced && scope.Namespaces.Length > 0)
            {
                return await ByNamespaceAsync(entry, resource, failure, fromCache, cancellationToken);
            }

            if (failure.Kind != ApiFailureKind.KindMissing)
            {
                break;
            }
        }

        return Nothing(entry, failure!);
    }

    private KindListing Whole(KindEntry entry, ApiResource resource, ListResult<ClusterObject> list) =>
        new(new KindReading(entry.Kind, ReadingState.Read, SeenAt: clock.GetUtcNow()), [.. list.Items])
        {
            Resource = resource,
            Starts = [new WatchStart(null, list.ResourceVersion)],
        };

    private async Task<KindListing> ByNamespaceAsync(KindEntry entry, ApiResource resource, ApiFailure refused, bool fromCache, CancellationToken cancellationToken)
    {
        var items = ImmutableArray.CreateBuilder<ClusterObject>();
        var starts = ImmutableArray.CreateBuilder<WatchStart>();
        var failure = refused;
        foreach (var name in scope.Namespaces)
        {
            var listed = await client.ListAsync(resource, name, entry.Reader, OptionsOf(entry, fromCache), cancellationToken);
            if (listed.IsSuccess)
            {
                items.AddRange(listed.Value.Items);
                starts.Add(new WatchStart(name, listed.Value.ResourceVersion));
            }
            else if (listed.Failure.Kind != ApiFailureKind.Forbidden)
            {
                failure = listed.Failure;
            }
        }

        return starts.Count == 0 ? Nothing(entry, failure) : new KindListing(
            new KindReading(entry.Kind, ReadingState.Read, [.. starts.Select(start => start.Namespace!)], clock.GetUtcNow(), GapText.Of(refused)),
            items.ToImmutable())
        {
            Resource = resource,
            Starts = starts.ToImmutable(),
        };
    }

    private KindListing Nothing(KindEntry entry, ApiFailure failure) =>
        new(failure.Kind switch
        {
            ApiFailureKind.KindMissing => new KindReading(entry.Kind, ReadingState.NotInstalled, SeenAt: clock.GetUtcNow()),
            ApiFailureKind.Forbidden => new KindReading(entry.Kind, ReadingState.Forbidden, Gap: GapText.Of(failure)),
            _ => new KindReading(entry.Kind, ReadingState.Failed, Gap: GapText.Of(failure)),
        }, [])
        {
            Failure = failure,
        };

    private static ListOptions OptionsOf(KindEntry entry, bool fromCache) => new() { FromCache = fromCache, MetadataOnly = entry.MetadataOnly };
}
