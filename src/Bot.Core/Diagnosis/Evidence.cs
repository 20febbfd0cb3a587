using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>One fact that a finding rests on: where it was read and what it said. At most five a finding; values are cut at 500 characters and masked on the way out.</summary>
public sealed record Evidence(ObjectRef Object, string Field, string Value)
{
    /// <summary>The moment the fact is of, where it has one.</summary>
    public DateTimeOffset? At { get; init; }
}
