using System.Text;

namespace Bot.Benchmarks.Reading;

/// <summary>The answers of the server, rendered once: head and chunked body, byte for byte what goes out.</summary>
internal sealed class SampleAnswers
{
    public const int Pods = 20_000;
    public const int Applications = 2_000;

    // Megabytes a second with which a real API server sent them; custom resources come slower.
    private const int PodRate = 185;
    private const int ApplicationRate = 50;
    private const int ChunkSize = 64 * 1024;

    /// <summary>How the table names the speed of the server.</summary>
    public static string Pace { get; } = $"paced as a real API server sends (built-in kinds {PodRate} MB/s, custom resources {ApplicationRate} MB/s)";

    private readonly ReadOnlyMemory<byte> podsAsJson = Json("PodList", "v1", Enumerable.Range(0, Pods).Select(number => new SamplePod(number).Json()));
    private readonly ReadOnlyMemory<byte> podsAsProtobuf = Protobuf();
    private readonly ReadOnlyMemory<byte> applications = Json("ApplicationList", "argoproj.io/v1alpha1", Enumerable.Range(0, Applications).Select(SampleApplication.Json));

    private static ReadOnlyMemory<byte> NotFound { get; } = "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 19\r\n\r\n404 page not found\n"u8.ToArray();

    private static ReadOnlyMemory<byte> Empty { get; } = Json("List", "v1", []);

    public string Sizes => $"pods {podsAsJson.Length / 1e6:f0} MB as JSON, {podsAsProtobuf.Length / 1e6:f0} MB as protobuf; Applications {applications.Length / 1e6:f0} MB";

    /// <summary>What a request line and its Accept header are answered with. All other built-in kinds are there and empty.</summary>
    public PacedAnswer For(string path, bool takesProtobuf) => path switch
    {
        "/api/v1/pods" => new(takesProtobuf ? podsAsProtobuf : podsAsJson, PodRate),
        "/apis/argoproj.io/v1alpha1/applications" => new(applications, ApplicationRate),
        _ when path.Contains(".io/", StringComparison.Ordinal) && !path.Contains(".k8s.io/", StringComparison.Ordinal) => new(NotFound, PodRate),
        _ => new(Empty, PodRate),
    };

    private static ReadOnlyMemory<byte> Json(string kind, string version, IEnumerable<string> items)
    {
        using var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes($$"""{"kind":"{{kind}}","apiVersion":"{{version}}","metadata":{"resourceVersion":"1"},"items":["""));
        var first = true;
        foreach (var item in items)
        {
            body.Write(first ? [] : ","u8);
            body.Write(Encoding.UTF8.GetBytes(item));
            first = false;
        }

        body.Write("]}"u8);
        return Chunked("application/json", body);
    }

    private static ReadOnlyMemory<byte> Protobuf()
    {
        using var list = new MemoryStream();
        list.Write(new ProtobufWriter().Message(1, metadata => metadata.Text(2, "1")).Written);
        for (var number = 0; number < Pods; number++)
        {
            list.Write(new ProtobufWriter().Message(2, new SamplePod(number).Protobuf).Written);
        }

        using var body = new MemoryStream();
        body.Write("k8s\0"u8);
        body.Write(new ProtobufWriter().Message(1, type => type.Text(1, "v1").Text(2, "PodList")).Bytes(2, list.GetBuffer().AsSpan(0, (int)list.Length)).Written);
        return Chunked("application/vnd.kubernetes.protobuf", body);
    }

    private static ReadOnlyMemory<byte> Chunked(string type, MemoryStream body)
    {
        using var answer = new MemoryStream();
        answer.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var rest = body.GetBuffer().AsSpan(0, (int)body.Length);
        while (!rest.IsEmpty)
        {
            var chunk = rest[..Math.Min(ChunkSize, rest.Length)];
            answer.Write(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"));
            answer.Write(chunk);
            answer.Write("\r\n"u8);
            rest = rest[chunk.Length..];
        }

        answer.Write("0\r\n\r\n"u8);
        return answer.ToArray();
    }
}
