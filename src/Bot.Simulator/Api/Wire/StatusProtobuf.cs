using System.Text;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Wire;

/// <summary>The refusal of a protobuf-only request: a Status as protobuf, the one message that is ever sent in that form.</summary>
internal static class StatusProtobuf
{
    public const string ContentType = "application/vnd.kubernetes.protobuf";

    public static byte[] Write(StatusFailure failure)
    {
        var status = new List<byte>();
        AddBytes(status, 1, [0x0a, 0x00, 0x12, 0x00, 0x1a, 0x00]);
        AddText(status, 2, "Failure");
        AddText(status, 3, failure.Message);
        AddText(status, 4, failure.Reason ?? "");
        status.Add(6 << 3);
        AddNumber(status, failure.Code);

        var type = new List<byte>();
        AddText(type, 1, "v1");
        AddText(type, 2, "Status");

        var unknown = new List<byte>("k8s\0"u8.ToArray());
        AddBytes(unknown, 1, type);
        AddBytes(unknown, 2, status);
        AddText(unknown, 3, "");
        AddText(unknown, 4, "");
        return [.. unknown];
    }

    private static void AddText(List<byte> to, int field, string text) => AddBytes(to, field, Encoding.UTF8.GetBytes(text));

    private static void AddBytes(List<byte> to, int field, IReadOnlyList<byte> bytes)
    {
        to.Add((byte)((field << 3) | 2));
        AddNumber(to, bytes.Count);
        to.AddRange(bytes);
    }

    private static void AddNumber(List<byte> to, int number)
    {
        while (number > 0x7f)
        {
            to.Add((byte)((number & 0x7f) | 0x80));
            number >>= 7;
        }

        to.Add((byte)number);
    }
}
