using System.Globalization;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

/// <summary>A <c>core/v1</c> Probe. Gives the same record as its JSON.</summary>
internal static class ProbeMessage
{
    public static Probe Read(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> handler = default;
        int delay = 0, timeout = 0, period = 0, failures = 0;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: handler = reader.Bytes; break;
                case 2: delay = (int)reader.Number; break;
                case 3: timeout = (int)reader.Number; break;
                case 4: period = (int)reader.Number; break;
                case 6: failures = (int)reader.Number; break;
                default: break;
            }
        }

        string sort = "exec", port = "", path = "";
        for (var reader = new ProtobufReader(handler); reader.Read();)
        {
            switch (reader.Field)
            {
                case 2: sort = "httpGet"; (path, port) = Http(reader.Bytes); break;
                case 3: sort = "tcpSocket"; port = Tcp(reader.Bytes); break;
                case 4: sort = "grpc"; port = Grpc(reader.Bytes); break;
                default: break;
            }
        }

        return ProbeParts.Make(sort, port, path, delay, timeout, period, failures);
    }

    private static (string Path, string Port) Http(ReadOnlySpan<byte> bytes)
    {
        string path = "", port = "";
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: path = reader.PooledText(); break;
                case 2: port = NumberOrName(reader.Bytes); break;
                default: break;
            }
        }

        return (path, port);
    }

    private static string Tcp(ReadOnlySpan<byte> bytes)
    {
        var port = "";
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            port = reader.Field == 1 ? NumberOrName(reader.Bytes) : port;
        }

        return port;
    }

    private static string Grpc(ReadOnlySpan<byte> bytes)
    {
        var port = "";
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            port = reader.Field == 1 ? Number(reader.Number) : port;
        }

        return port;
    }

    /// <summary>An IntOrString: field 1 is its sort (0 a number, 1 a text).</summary>
    private static string NumberOrName(ReadOnlySpan<byte> bytes)
    {
        var isText = false;
        ulong number = 0;
        var text = "";
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: isText = reader.Number == 1; break;
                case 2: number = reader.Number; break;
                case 3: text = reader.PooledText(); break;
                default: break;
            }
        }

        return isText ? text : Number(number);
    }

    private static string Number(ulong value)
    {
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        return StringPool.Shared.Get(digits[..length]);
    }
}
