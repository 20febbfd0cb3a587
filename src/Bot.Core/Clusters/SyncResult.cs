using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>What the operation synced or tries to sync: its revision is fixed.</summary>
public sealed record SyncResult(string Revision, ImmutableArray<string> Revisions, ImmutableArray<SyncedResource> Resources);
