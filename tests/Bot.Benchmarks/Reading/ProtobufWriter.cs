using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Benchmarks.Reading;

/// <summary>Writes protobuf fields one after the other.</summary>
internal sealed class ProtobufWriter
{
    private readonly List<byte> written = [];

    public ReadOnlySpan<byte> Written => CollectionsMarshal.AsSpan(written);

    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufWriter Message(int field, Action<ProtobufWriter> fill)
    {
        var inner = new ProtobufWriter();
        fill(inner);
        return Bytes(field, inner.Written);
    }

    public ProtobufWriter Number(int field, long value)
    {
        Varint((ulong)field << 3);
        Varint((ulong)value);
        return this;
    }

    public ProtobufWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)value.Length);
        written.AddRange(value);
        return this;
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            written.Add((byte)(value | 0x80));
        }

        written.Add((byte)value);
    }
}
