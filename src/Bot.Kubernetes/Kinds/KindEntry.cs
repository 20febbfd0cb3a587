using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;

namespace Bot.Kubernetes.Kinds;

/// <summary>One kind: what findings call it, where the API serves it and who reads it.</summary>
public sealed record KindEntry(string Kind, ApiResource Resource, IItemReader<ClusterObject> Reader)
{
    /// <summary>Reads one object; never throws on an odd one.</summary>
    public IItemReader<ClusterObject> Reader { get; } = new GuardedReader(Kind, Reader);


    /// <summary>Older versions of the same kind, tried in this order on servers that lack the first.</summary>
    public ImmutableArray<ApiResource> Older { get; init; } = [];

    /// <summary>How it is read from a live cluster.</summary>
    public ListScope Scope { get; init; } = ListScope.Everything;

    /// <summary>Asked from the API as metadata only.</summary>
    public bool MetadataOnly { get; init; }

    /// <summary>Input from files is never taken for all objects of this kind (<c>kubectl get all</c> leaves them out or cuts them).</summary>
    public bool NeverCompleteInFiles { get; init; }

    /// <summary>The names for which <see cref="ListScope.Named"/> asks, in the Argo CD namespace.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Group and kind as an object's <c>apiVersion</c> and <c>kind</c> say them; the version does not matter.</summary>
    public bool Matches(string group, string kind) =>
        Resource.Kind == kind && (Resource.Group == group || Older.Any(older => older.Group == group));
}
