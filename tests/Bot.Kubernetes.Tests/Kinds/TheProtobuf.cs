using System.Text;

namespace Bot.Kubernetes.Tests.Kinds;

/// <summary>Builds a protobuf message field by field.</summary>
internal sealed class TheProtobuf
{
    private readonly List<byte> bytes = [];

    public byte[] Bytes => [.. bytes];

    public TheProtobuf Text(int field, string value) => Raw(field, Encoding.UTF8.GetBytes(value));

    public TheProtobuf Message(int field, Action<TheProtobuf> fill)
    {
        var inner = new TheProtobuf();
        fill(inner);
        return Raw(field, inner.Bytes);
    }

    public TheProtobuf Number(int field, long value)
    {
        Varint((ulong)field << 3);
        Varint((ulong)value);
        return this;
    }

    public TheProtobuf Time(int field, DateTimeOffset value) => Message(field, time => time.Number(1, value.ToUnixTimeSeconds()));

    public TheProtobuf Pair(int field, string key, string value) => Message(field, pair => pair.Text(1, key).Text(2, value));

    private TheProtobuf Raw(int field, byte[] value)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)value.Length);
        bytes.AddRange(value);
        return this;
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
    }
}
