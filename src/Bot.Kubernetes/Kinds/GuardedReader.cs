using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;

namespace Bot.Kubernetes.Kinds;

/// <summary>
/// Lets one odd object cost no more than itself: fields of another type than expected are noted on the record, and an object
/// on which its reader breaks off is still known to be there.
/// </summary>
internal sealed class GuardedReader(string kind, IItemReader<ClusterObject> inner) : IItemReader<ClusterObject>
{
    // The API takes 256 KiB; as JSON, with every character escaped, it is twice that at most.
    private const int LongestAnnotations = 512 * 1024;

    public bool CanReadProtobuf => inner.CanReadProtobuf;

    public ClusterObject? ReadJson(JsonElement item)
    {
        OddShapes.Begin();
        try
        {
            var read = inner.ReadJson(item);
            var odd = OddShapes.End(item).AddRange(TooLong(item));
            return odd.Length == 0 || read is null ? read : read with { OddFields = odd };
        }
        catch (Exception error) when (error is not OutOfMemoryException && MetadataReader.Read(item.At("metadata"u8)) is not null)
        {
            // The edge of the readers: what broke off is named on the object and told by the rule that speaks of blind spots.
            return new UnreadableObject(kind) { Metadata = MetadataReader.Read(item.At("metadata"u8))!, OddFields = [new OddField("", error.GetType().Name)] };
        }
    }

    public ClusterObject? ReadProtobuf(ReadOnlyMemory<byte> item) => inner.ReadProtobuf(item);

    private static ImmutableArray<OddField> TooLong(JsonElement item) =>
        JsonMarshal.GetRawUtf8Value(item).Length > LongestAnnotations
        && item.At("metadata"u8, "annotations"u8) is { ValueKind: JsonValueKind.Object } annotations
        && JsonMarshal.GetRawUtf8Value(annotations).Length is > LongestAnnotations and var length
            ? [new OddField("metadata.annotations", string.Create(CultureInfo.InvariantCulture, $"{length} bytes"))]
            : [];
}
