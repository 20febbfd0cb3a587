using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Observing;

/// <summary>Asks for a handful of objects by name, as metadata. The list verb is never used.</summary>
internal sealed class NamedObjects(IKubernetesClient client, TimeProvider clock, string @namespace)
{
    public async Task<KindListing> ReadAsync(KindEntry entry, CancellationToken cancellationToken)
    {
        var items = ImmutableArray.CreateBuilder<ClusterObject>();
        var absent = ImmutableArray.CreateBuilder<ObjectRef>();
        ApiFailure? failure = null;
        foreach (var name in entry.Names)
        {
            var got = await client.GetMetadataAsync(new ApiTarget(entry.Resource, @namespace, name), cancellationToken);
            if (got.IsSuccess)
            {
                if (entry.Reader.ReadJson(got.Value) is { } item)
                {
                    items.Add(item);
                }
            }
            else if (got.Failure.Kind == ApiFailureKind.NotFound)
            {
                absent.Add(new ObjectRef(entry.Kind, @namespace, name));
            }
            else
            {
                failure = got.Failure;
            }
        }

        var state = failure is null || items.Count + absent.Count > 0 ? ReadingState.Partial
            : failure.Kind == ApiFailureKind.Forbidden ? ReadingState.Forbidden
            : ReadingState.Failed;
        var reading = new KindReading(entry.Kind, state, SeenAt: state == ReadingState.Partial ? clock.GetUtcNow() : null, Gap: failure is null ? null : GapText.Of(failure))
        {
            Absent = absent.ToImmutable(),
        };
        return new KindListing(reading, items.ToImmutable()) { Failure = state == ReadingState.Partial ? null : failure };
    }
}
