using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Diagnosis;

namespace Bot.Pictures;

/// <summary>What a command of its own process read: a picture a cluster, and documents of the input that could not be read. <c>Exit</c> is set when there is nothing to answer (already said on stderr).</summary>
public sealed record PictureReading(ImmutableArray<ClusterPicture> Pictures, ImmutableArray<UnreadDocument> Unread, int? Exit = null)
{
    /// <summary>True when the pictures are of the simulated cluster: every screen says DEMO.</summary>
    public bool IsDemo { get; init; }

    public static PictureReading Nothing(int exit) => new([], [], exit);
}
