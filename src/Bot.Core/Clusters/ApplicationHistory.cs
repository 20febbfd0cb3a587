using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record ApplicationHistory(long Id, string Revision, ImmutableArray<string> Revisions, DateTimeOffset? DeployedAt);
