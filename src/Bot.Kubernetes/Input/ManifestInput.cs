using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Input;

/// <summary>What files brought instead of a cluster.</summary>
public sealed record ManifestInput(ClusterSnapshot Snapshot, ImmutableArray<UnreadDocument> Unread)
{
    /// <summary>Kinds of the API of which the input has neither an object nor an empty list, in alphabetical order.</summary>
    public ImmutableArray<string> NotRead =>
        [.. KindTable.OfTheApi.Select(entry => entry.Kind).Where(kind => Snapshot.ReadingOf(kind).State == ReadingState.NotRead).Order(StringComparer.Ordinal)];
}
