using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>How well one kind is known.</summary>
/// <param name="Kind">The kind as findings write it.</param>
/// <param name="State">Whether it was read.</param>
/// <param name="Namespaces">The namespaces for which the list is complete; default (not initialised) means the whole cluster.</param>
/// <param name="SeenAt">When it was last known to be current.</param>
/// <param name="Gap">What is missing and why, in the API's words (which verb and resource was refused); null when nothing is.</param>
public sealed record KindReading(string Kind, ReadingState State, ImmutableArray<string> Namespaces = default, DateTimeOffset? SeenAt = null, string? Gap = null)
{
    /// <summary>Objects of a kind that is not listed which were asked for by name and are not there.</summary>
    public ImmutableArray<ObjectRef> Absent { get; init; } = [];

    public bool IsCompleteFor(string @namespace) =>
        State == ReadingState.NotInstalled || (State == ReadingState.Read && (Namespaces.IsDefault || @namespace.Length == 0 || Namespaces.Contains(@namespace)));
}
