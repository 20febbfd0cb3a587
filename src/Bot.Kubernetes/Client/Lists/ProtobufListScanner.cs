using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Client.Lists;

/// <summary>
/// Scans the envelope of the API server (<c>k8s\0</c>, then runtime.Unknown) and, inside its field raw, a list:
/// field 1 is the list's metadata, field 2 an item.
/// </summary>
internal sealed class ProtobufListScanner : IListScanner
{
    private const int Metadata = 1;
    private const int Raw = 2;
    private const int Item = 2;

    private bool hasMagic;
    private bool hasRaw;
    private bool sawEnd;
    private long rawLeft;

    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    public string ResourceVersion { get; private set; } = "";

    public string Continue { get; private set; } = "";

    public bool IsComplete => hasRaw && rawLeft == 0 && sawEnd;

    public int Scan(ReadOnlyMemory<byte> bytes, bool isFinal, Action<ReadOnlyMemory<byte>> onItem)
    {
        var position = 0;
        while (Step(bytes[position..], onItem) is var taken and > 0)
        {
            position += taken;
        }

        sawEnd = isFinal && position == bytes.Length;
        return position;
    }

    // 0: not all here yet.
    private int Step(ReadOnlyMemory<byte> rest, Action<ReadOnlyMemory<byte>> onItem)
    {
        if (!hasMagic)
        {
            return TakeMagic(rest.Span);
        }

        var head = ReadHead(rest.Span, out var field, out var length);
        if (head == 0)
        {
            return 0;
        }

        if (rawLeft == 0 && field == Raw)
        {
            hasRaw = true;
            rawLeft = length;
            return head;
        }

        var whole = head + length;
        if (rest.Length < whole)
        {
            return 0;
        }

        if (rawLeft > 0)
        {
            rawLeft -= whole;
            if (rawLeft < 0)
            {
                throw new InvalidDataException("A list item is longer than the list.");
            }

            TakeField(field, rest.Slice(head, length), onItem);
        }

        return whole;
    }

    private int TakeMagic(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < Magic.Length)
        {
            return 0;
        }

        hasMagic = rest.StartsWith(Magic) ? true : throw new InvalidDataException("The protobuf envelope is missing.");
        return Magic.Length;
    }

    private void TakeField(int field, ReadOnlyMemory<byte> value, Action<ReadOnlyMemory<byte>> onItem)
    {
        if (field == Item)
        {
            onItem(value);
        }
        else if (field == Metadata)
        {
            var reader = new ProtobufReader(value.Span);
            while (reader.Read())
            {
                switch (reader.Field)
                {
                    case 2: ResourceVersion = reader.Text; break;
                    case 3: Continue = reader.Text; break;
                }
            }
        }
    }

    // Tag and length of a field; fields that are numbers count as of length 0 behind a longer head.
    private static int ReadHead(ReadOnlySpan<byte> rest, out int field, out int length)
    {
        length = 0;
        field = 0;
        var tagBytes = ProtobufReader.TryReadVarint(rest, out var tag);
        if (tagBytes == 0)
        {
            return 0;
        }

        field = (int)(tag >> 3);
        var valueBytes = ProtobufReader.TryReadVarint(rest[tagBytes..], out var value);
        if (valueBytes == 0)
        {
            return 0;
        }

        switch (tag & 7)
        {
            case 0:
                break;
            case 2:
                length = checked((int)value);
                break;
            default:
                throw new InvalidDataException($"Protobuf wire type {tag & 7} is not expected in a list.");
        }

        return tagBytes + valueBytes;
    }
}
