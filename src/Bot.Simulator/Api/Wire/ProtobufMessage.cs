using System.Text;

namespace Bot.Simulator.Api.Wire;

/// <summary>Just enough protobuf to read the few requests that kubectl sends in that form.</summary>
internal sealed class ProtobufMessage
{
    private readonly Dictionary<int, List<ReadOnlyMemory<byte>>> fields = [];
    private readonly Dictionary<int, long> numbers = [];

    private ProtobufMessage(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var tag = (int)TakeNumber(ref bytes);
            var field = tag >> 3;
            if ((tag & 7) == 0)
            {
                numbers[field] = TakeNumber(ref bytes);
                continue;
            }

            if ((tag & 7) != 2)
            {
                throw new FormatException($"Wire type {tag & 7} does not occur in the requests that are read.");
            }

            var length = (int)TakeNumber(ref bytes);
            if (!fields.TryGetValue(field, out var values))
            {
                fields[field] = values = [];
            }

            values.Add(bytes[..length]);
            bytes = bytes[length..];
        }
    }

    /// <summary>The message inside the envelope of a Kubernetes request; null when it is none.</summary>
    public static ProtobufMessage? Open(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("k8s\0"u8) ? new ProtobufMessage(body[4..]).Message(2) : null;

    public ProtobufMessage? Message(int field) => fields.TryGetValue(field, out var values) ? new ProtobufMessage(values[0]) : null;

    public string Text(int field) => fields.TryGetValue(field, out var values) ? Encoding.UTF8.GetString(values[0].Span) : "";

    public IReadOnlyList<string> Texts(int field) =>
        fields.TryGetValue(field, out var values) ? [.. values.Select(static value => Encoding.UTF8.GetString(value.Span))] : [];

    public long? Number(int field) => numbers.TryGetValue(field, out var number) ? number : null;

    private static long TakeNumber(ref ReadOnlyMemory<byte> bytes)
    {
        long number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes.Span[0];
            bytes = bytes[1..];
            number |= (long)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
