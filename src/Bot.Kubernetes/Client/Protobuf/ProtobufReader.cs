using System.Text;

namespace Bot.Kubernetes.Client.Protobuf;

/// <summary>Walks the fields of one protobuf message. Cut or malformed input throws <see cref="InvalidDataException"/>.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> message = message;
    private int position;

    /// <summary>The number of the field that <see cref="Read"/> came upon.</summary>
    public int Field { get; private set; }

    /// <summary>The value where the field is a number.</summary>
    public ulong Number { get; private set; }

    /// <summary>Where the bytes of the field start in the message.</summary>
    public int Start { get; private set; }

    /// <summary>The value where the field is a text, bytes or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    public bool Read()
    {
        if (position >= message.Length)
        {
            return false;
        }

        var tag = Varint();
        Field = (int)(tag >> 3);
        Number = 0;
        Bytes = default;
        switch ((int)(tag & 7))
        {
            case 0:
                Number = Varint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Take(checked((int)Varint()));
                break;
            case 5:
                Take(4);
                break;
            default:
                throw new InvalidDataException($"Protobuf wire type {tag & 7} is not in use.");
        }

        return true;
    }

    /// <summary>A varint at the start of the bytes and its length; 0 when it is not complete.</summary>
    public static int TryReadVarint(ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (index == 10)
            {
                throw new InvalidDataException("A protobuf number is longer than ten bytes.");
            }

            value |= (ulong)(bytes[index] & 0x7f) << (7 * index);
            if (bytes[index] < 0x80)
            {
                return index + 1;
            }
        }

        return 0;
    }

    private ulong Varint()
    {
        var length = TryReadVarint(message[position..], out var value);
        if (length == 0)
        {
            throw new InvalidDataException("A protobuf message ends within a number.");
        }

        position += length;
        return value;
    }

    private void Take(int length)
    {
        if (length > message.Length - position)
        {
            throw new InvalidDataException("A protobuf message ends within a field.");
        }

        Start = position;
        Bytes = message.Slice(position, length);
        position += length;
    }
}
