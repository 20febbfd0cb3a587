using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An object that could be read only in part: what rules say of it may be incomplete.</summary>
public sealed record OddObject(ObjectRef Object, ImmutableArray<OddField> Fields);
