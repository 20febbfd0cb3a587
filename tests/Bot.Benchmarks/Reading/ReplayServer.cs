using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bot.Benchmarks.Reading;

/// <summary>
/// Answers GET requests with pre-rendered bytes over plain HTTP/1.1 on loopback. Paced, the bytes take the time that a real API server
/// needs for them; unpaced they come as fast as loopback goes, so that only the reader's own cost remains.
/// </summary>
internal sealed class ReplayServer(SampleAnswers answers, bool isPaced) : IDisposable
{
    private const int Piece = 256 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    private int requests;

    public int Requests => Volatile.Read(ref requests);

    public string Start()
    {
        listener.Start();
        _ = AcceptAsync();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptSocketAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was closed: the benchmark is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = socket;
        var buffer = new byte[64 * 1024];
        var filled = 0;
        try
        {
            while (await connection.ReceiveAsync(buffer.AsMemory(filled)) is var read and > 0)
            {
                filled += read;
                var text = Encoding.ASCII.GetString(buffer, 0, filled);
                if (text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
                {
                    filled = 0;
                    Interlocked.Increment(ref requests);
                    await SendAsync(connection, Answer(text));
                }
            }
        }
        catch (SocketException)
        {
            // The client left; it need not say goodbye.
        }
    }

    private async Task SendAsync(Socket connection, PacedAnswer answer)
    {
        var started = Stopwatch.GetTimestamp();
        var rest = answer.Bytes;
        while (!rest.IsEmpty)
        {
            rest = rest[await connection.SendAsync(rest[..Math.Min(rest.Length, Piece)])..];
            var due = TimeSpan.FromSeconds((answer.Bytes.Length - rest.Length) / (answer.MegabytesPerSecond * 1e6));
            var early = due - Stopwatch.GetElapsedTime(started);
            if (isPaced && early > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(early, TimeProvider.System);
            }
        }
    }

    private PacedAnswer Answer(string request)
    {
        var target = request.Split(' ', 3)[1];
        var path = target.Split('?', 2)[0];
        return answers.For(path, request.Contains("vnd.kubernetes.protobuf", StringComparison.Ordinal));
    }
}
