using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

/// <summary>Messages of <c>meta/v1</c> that all kinds share. Field numbers are those of the public <c>generated.proto</c>; they never change.</summary>
internal static class CommonMessages
{
    public static Metadata? Metadata(ReadOnlySpan<byte> bytes)
    {
        string name = "", space = "", uid = "", version = "";
        long generation = 0;
        DateTimeOffset? created = null, deleted = null;
        StringMap? labels = null;
        var scratch = MapScratch.Begin();
        List<string>? finalizers = null;
        Owner? controller = null;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: name = reader.Text; break;
                case 3: space = reader.PooledText(); break;
                case 5: uid = reader.Text; break;
                case 6: version = reader.Text; break;
                case 7: generation = (long)reader.Number; break;
                case 8: created = Time(reader.Bytes); break;
                case 9: deleted = Time(reader.Bytes); break;
                case 11: AddEntry(scratch, reader.Bytes); break;
                case 12:
                    labels ??= scratch.Take();
                    AddAnnotation(scratch, reader.Bytes);
                    break;
                case 13: controller ??= Controller(reader.Bytes); break;
                case 14: (finalizers ??= []).Add(reader.PooledText()); break;
                default: break;
            }
        }

        // Fields come in the order of their numbers: all labels, then all annotations.
        labels ??= scratch.Take();
        var annotations = scratch.Take();
        return name.Length == 0 ? null : new Metadata
        {
            Namespace = space,
            Name = name,
            Uid = uid,
            ResourceVersion = version,
            Generation = generation,
            CreatedAt = created,
            DeletedAt = deleted,
            Labels = labels,
            Annotations = annotations,
            Finalizers = finalizers is null ? [] : RepeatedParts.Once([.. finalizers]),
            Controller = controller,
        };
    }

    /// <summary>An empty message is the time that is not set.</summary>
    public static DateTimeOffset? Time(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        long seconds = 0;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            seconds = reader.Field == 1 ? (long)reader.Number : seconds;
        }

        return DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    /// <summary>One entry of a map of texts.</summary>
    public static void AddEntry(MapScratch scratch, ReadOnlySpan<byte> bytes)
    {
        Split(bytes, out var key, out var value);
        scratch.Add(StringPool.Shared.Get(key), StringPool.Shared.Get(value));
    }

    /// <summary>The text of the first field: what a Quantity and a reference by name consist of.</summary>
    public static string FirstText(ReadOnlySpan<byte> bytes)
    {
        var text = "";
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            text = reader.Field == 1 ? reader.PooledText() : text;
        }

        return text;
    }

    private static void AddAnnotation(MapScratch scratch, ReadOnlySpan<byte> bytes)
    {
        Split(bytes, out var key, out var value);
        if (StringPool.Shared.Get(key) is var name && KeptAnnotations.IsWanted(name) && StringPool.Shared.Get(value) is { Length: <= KeptAnnotations.LongestValue } text)
        {
            scratch.Add(name, text);
        }
    }

    private static void Split(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        key = value = default;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: key = reader.Bytes; break;
                case 2: value = reader.Bytes; break;
                default: break;
            }
        }
    }

    private static Owner? Controller(ReadOnlySpan<byte> bytes)
    {
        string kind = "", name = "", uid = "";
        var isController = false;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: kind = reader.PooledText(); break;
                case 3: name = reader.PooledText(); break;
                case 4: uid = reader.PooledText(); break;
                case 6: isController = reader.Number != 0; break;
                default: break;
            }
        }

        return isController ? RepeatedParts.Once(new Owner(kind, name, uid)) : null;
    }
}
