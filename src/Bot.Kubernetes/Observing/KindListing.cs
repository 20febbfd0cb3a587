using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Observing;

/// <summary>What reading one kind brought.</summary>
internal sealed record KindListing(KindReading Reading, ImmutableArray<ClusterObject> Items)
{
    /// <summary>The version of the API under which the kind was found.</summary>
    public ApiResource? Resource { get; init; }

    /// <summary>From where a watch goes on, for each place that was listed.</summary>
    public ImmutableArray<WatchStart> Starts { get; init; } = [];

    public ApiFailure? Failure { get; init; }

    public bool CanBeWatched => Starts.Length > 0;
}
