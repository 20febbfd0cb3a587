using System.Text;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client.Replay;

/// <summary>One recorded exchange: <c>NNN-name.http</c>, with its binary body and its chunks where there are any.</summary>
internal sealed record Recording(int Number, string Name, SeenRequest Request, int Status, string ResponseHead, byte[] ResponseBody, bool IsCut)
{
    public bool IsWatch => Request.Query.Contains("watch=", StringComparison.Ordinal);

    public bool IsChunked => ResponseHead.Contains("Transfer-Encoding: chunked", StringComparison.Ordinal);

    public static string Folder => SharedFiles.PathOf("recordings", "kubernetes");

    public static IReadOnlyList<int> Numbers =>
        [.. Directory.EnumerateFiles(Folder, "*.http").Select(file => int.Parse(Path.GetFileName(file)[..3])).Order()];

    public static Recording Load(int number)
    {
        var file = Directory.EnumerateFiles(Folder, $"{number:000}-*.http").Single();
        var bytes = File.ReadAllBytes(file);
        var text = Encoding.Latin1.GetString(bytes);

        var requestStart = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var headEnd = text.IndexOf("\n\n", requestStart, StringComparison.Ordinal);
        var lines = text[requestStart..headEnd].Split('\n');
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var length = headers.TryGetValue("Content-Length", out var value) ? int.Parse(value) : 0;
        var body = bytes[(headEnd + 2)..(headEnd + 2 + length)];
        var words = lines[0].Split(' ');

        var responseStart = text.IndexOf("---\n", headEnd + 2 + length, StringComparison.Ordinal) + 4;
        var responseHeadEnd = text.IndexOf("\n\n", responseStart, StringComparison.Ordinal);
        var head = text[responseStart..responseHeadEnd];
        var binary = Path.ChangeExtension(file, ".bin");
        return new Recording(
            number,
            Path.GetFileNameWithoutExtension(file),
            new SeenRequest(words[0], words[1], headers, body),
            int.Parse(head.Split(' ')[1]),
            head.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\r\n",
            File.Exists(binary) ? File.ReadAllBytes(binary) : bytes[(responseHeadEnd + 2)..],
            number is 86 or 175);
    }

    /// <summary>Writes the answer as it was on the wire.</summary>
    public async Task WriteAsync(AnswerWriter writer)
    {
        await writer.RawAsync(Encoding.Latin1.GetBytes(ResponseHead));
        if (!IsChunked)
        {
            await writer.RawAsync(ResponseBody);
            return;
        }

        foreach (var chunk in ResponseBody.Chunk(4001))
        {
            await writer.ChunkAsync(chunk);
        }

        if (IsCut)
        {
            writer.Close();
        }
        else
        {
            await writer.EndAsync();
        }
    }
}
