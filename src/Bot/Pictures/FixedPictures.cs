using System.Collections.Immutable;
using Bot.Core.Commands;

namespace Bot.Pictures;

/// <summary>Pictures that were read once.</summary>
public sealed class FixedPictures(ImmutableArray<ClusterPicture> pictures) : IClusterPictures
{
    public Task<IReadOnlyList<ClusterPicture>> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ClusterPicture>>(pictures);
}
