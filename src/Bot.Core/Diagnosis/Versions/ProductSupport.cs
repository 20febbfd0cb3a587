using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Versions;

/// <summary>Until when the releases of one product are supported; an open end means: still supported on the day of the table.</summary>
internal sealed record ProductSupport(string Id, string Name, string Source, ImmutableSortedDictionary<MinorVersion, DateOnly?> Releases)
{
    /// <summary>The last day of support; null when the release is supported or newer than the table. A release older than all of the table ended before them.</summary>
    public DateOnly? EndedBefore(MinorVersion version, DateOnly today)
    {
        if (Releases.TryGetValue(version, out var until))
        {
            return until < today ? until : null;
        }

        var (oldest, end) = Releases.First();
        return version < oldest ? end : null;
    }

    /// <summary>The newest release of the table.</summary>
    public MinorVersion Newest => Releases.Last().Key;
}
