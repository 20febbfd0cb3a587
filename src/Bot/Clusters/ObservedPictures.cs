using Bot.Core.Commands;
using Bot.Pictures;

namespace Bot.Clusters;

/// <summary>The pictures that a running bot holds. The very first answer waits a little for the first look.</summary>
public sealed class ObservedPictures(IReadOnlyList<ObservedCluster> clusters, PictureMaker maker, TimeProvider clock) : IClusterPictures
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<ClusterPicture>> CurrentAsync(CancellationToken cancellationToken)
    {
        if (clusters.Any(cluster => cluster.Current is null))
        {
            await Task.WhenAny(Task.WhenAll(clusters.Select(cluster => cluster.First)), Task.Delay(FirstLook, clock, cancellationToken));
        }

        var now = clock.GetUtcNow();
        return [.. clusters.Select(cluster => cluster.Current is { } picture
            ? picture with { Context = picture.Context with { Now = now }, Snapshot = Seen(picture) }
            : new ClusterPicture(cluster.Name, null, null, maker.ContextOf("argocd", now)))];
    }

    // A cluster that was never seen has no picture, only a reason.
    private static Core.Clusters.ClusterSnapshot? Seen(ClusterPicture picture) =>
        picture.Blind is not null && picture.Snapshot?.ObjectCount == 0 ? null : picture.Snapshot;
}
