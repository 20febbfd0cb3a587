using System.Collections.Immutable;
using Bot.Clusters;
using Bot.Configuration;
using Bot.Core.Commands;
using Bot.Core.Redaction;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Kinds;
using Bot.Kubernetes.Observing;
using Bot.Sources;

namespace Bot.Pictures;

/// <summary>Reads clusters once, side by side. A cluster that cannot be reached is a picture that says so.</summary>
public sealed class ClusterPictures(ClusterDoor door, PictureMaker maker, BotOptions options, IRedactor redactor, TimeProvider clock)
{
    public async Task<ImmutableArray<ClusterPicture>> ReadAsync(IReadOnlyList<NamedCluster> clusters, ImmutableArray<string> namespaces, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(clusters.Select(cluster => ReadAsync(cluster, namespaces, cancellationToken)))];

    private async Task<ClusterPicture> ReadAsync(NamedCluster cluster, ImmutableArray<string> namespaces, CancellationToken cancellationToken)
    {
        var argoCd = cluster.Options.ArgoCdNamespace;
        var found = door.Find(cluster.Options);
        if (!found.IsSuccess)
        {
            return Blind(cluster, found.Failure.Text);
        }

        using var client = door.Open(found.Value);
        var read = await new SnapshotReader(client, clock).ReadOnceAsync(cluster.Name, KindTable.OfTheApi, new ObservationScope(namespaces, argoCd), cancellationToken);
        if (!read.IsSuccess)
        {
            return Blind(cluster, read.Failure.Text);
        }

        using var sources = new ClusterSources(cluster, options, clock);
        var first = maker.Make(await sources.AddToAsync(read.Value, cancellationToken), argoCd, clock.GetUtcNow());
        return await WithLogsAsync(client, first, argoCd, cancellationToken);
    }

    // What a first diagnosis wants to see of logs is fetched, then one second pass, never more.
    private async Task<ClusterPicture> WithLogsAsync(KubernetesClient client, ClusterPicture first, string argoCd, CancellationToken cancellationToken)
    {
        var excerpts = new LogExcerpts(client, redactor, clock);
        var roots = first.Diagnosis!.Roots.Select(root => root.Subject).ToArray();
        var isNew = await excerpts.FetchAsync(first.Snapshot!, roots, cancellationToken);
        return isNew ? maker.Make(excerpts.AddTo(first.Snapshot!), argoCd, clock.GetUtcNow()) : first;
    }

    private ClusterPicture Blind(NamedCluster cluster, Core.Texts.TextKey reason) =>
        new(cluster.Name, null, null, maker.ContextOf(cluster.Options.ArgoCdNamespace, clock.GetUtcNow()), reason);
}
