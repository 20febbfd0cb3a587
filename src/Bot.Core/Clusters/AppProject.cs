using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record AppProject : ClusterObject
{
    public override string Kind => "AppProject";

    public ImmutableArray<SyncWindow> SyncWindows { get; init; } = [];
}
