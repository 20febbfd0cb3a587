using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Input;

/// <summary>Gathers the objects of all documents and decides at the end of which kinds the input speaks completely.</summary>
internal sealed class ManifestCollector
{
    private readonly Dictionary<(ObjectRef Ref, string Part), ClusterObject> objects = [];
    private readonly HashSet<KindEntry> kinds = [];
    private readonly SortedSet<string> namespaces = new(StringComparer.Ordinal);
    private readonly ImmutableArray<UnreadDocument>.Builder unread = ImmutableArray.CreateBuilder<UnreadDocument>();

    public void AddUnread(UnreadDocument document) => unread.Add(document);

    /// <summary>A list of a kind, however many items it has, says that the kind was asked for.</summary>
    public void AddList(ListHead list)
    {
        if (KindTable.Find(GroupOf(list.ApiVersion), list.Kind) is { } entry)
        {
            kinds.Add(entry);
        }
    }

    /// <summary>Takes an object, or the items of a list. Returns what is wrong with it, else null; a kind that is not known is not wrong.</summary>
    public string? Add(JsonElement item, ListHead list, ManifestFile file)
    {
        var kind = item.At("kind"u8).Text() is { Length: > 0 } own ? own : list.Kind ?? "";
        var version = item.At("apiVersion"u8).Text() is { Length: > 0 } ownVersion ? ownVersion : list.ApiVersion ?? "";
        if (kind.Length == 0 || version.Length == 0)
        {
            return file.FromFolder && kind.Length == 0 && version.Length == 0 && item.ValueKind == JsonValueKind.Object
                ? null
                : $"The document is no Kubernetes object: it has no {(kind.Length == 0 ? "kind" : "apiVersion")}.";
        }

        if (kind.EndsWith("List", StringComparison.Ordinal) && item.At("items"u8).ValueKind is JsonValueKind.Array or JsonValueKind.Null)
        {
            return AddItems(item, new ListHead(version, kind[..^4]), file);
        }

        if (item.At("metadata"u8, "namespace"u8).Text() is { Length: > 0 } space)
        {
            namespaces.Add(space);
        }

        return KindTable.Find(GroupOf(version), kind) is { } entry ? Add(entry, item) : null;
    }

    public ManifestInput Build(CompleteKinds complete, DateTimeOffset now)
    {
        var builder = new ClusterSnapshotBuilder("").AddRange(objects.Values);
        foreach (var entry in kinds)
        {
            builder.With(entry.NeverCompleteInFiles
                ? new KindReading(entry.Kind, ReadingState.Partial)
                : new KindReading(entry.Kind, ReadingState.Read, [.. namespaces]));
        }

        foreach (var kind in complete.Kinds)
        {
            builder.With(new KindReading(kind, ReadingState.Read));
        }

        return new ManifestInput(builder.Build(now), unread.ToImmutable());
    }

    private string? AddItems(JsonElement list, ListHead head, ManifestFile file)
    {
        if (head.Kind.Length > 0)
        {
            AddList(head);
        }

        string? fault = null;
        foreach (var item in list.At("items"u8).Items())
        {
            fault ??= Add(item, head, file);
        }

        return fault;
    }

    private string? Add(KindEntry entry, JsonElement item)
    {
        if (entry.Reader.ReadJson(item) is not { } read)
        {
            return $"{entry.Kind}: metadata.name is missing.";
        }

        kinds.Add(entry);
        if (read is Namespace)
        {
            namespaces.Add(read.Name);
        }

        objects[(read.Ref, PartOf(read))] = read;
        return null;
    }

    /// <summary>Several records may speak of one pod or one address.</summary>
    private static string PartOf(ClusterObject item) => item switch
    {
        LogExcerpt excerpt => $"{excerpt.Container}/{excerpt.Previous}",
        ProbeResult probe => $"{probe.Environment} {probe.Url}",
        _ => "",
    };

    private static string GroupOf(string apiVersion) => apiVersion.IndexOf('/') is var slash and > 0 ? apiVersion[..slash] : "";
}
