namespace Bot.Core.Clusters;

/// <summary>Stands in the place of an object that its reader could not read at all: it is there, nothing else is known of it.</summary>
public sealed record UnreadableObject(string KindName) : ClusterObject
{
    public override string Kind => KindName;
}
