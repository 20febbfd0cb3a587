using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Bot.Kubernetes.Tests.Client;

/// <summary>A server on loopback that speaks plain sockets: the test writes every byte of the answer.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> connections = [];
    private readonly Func<SeenRequest, AnswerWriter, Task> answer;
    private readonly SslServerAuthenticationOptions? tls;
    private readonly string? greeting;
    private readonly Task accepting;
    private int answered;

    public LoopbackServer(Func<SeenRequest, AnswerWriter, Task> answer, SslServerAuthenticationOptions? tls = null, string? greeting = null)
    {
        this.answer = answer;
        this.tls = tls;
        this.greeting = greeting;
        listener.Start();
        Address = new Uri($"{(tls is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public ConcurrentQueue<SeenRequest> Requests { get; } = [];

    /// <summary>Server names that clients asked for in TLS.</summary>
    public ConcurrentQueue<string> ServerNames { get; } = [];

    /// <summary>Subjects of client certificates.</summary>
    public ConcurrentQueue<string> ClientCertificates { get; } = [];

    public int Connections => connections.Count;

    /// <summary>How many requests have been answered to the last byte.</summary>
    public int Answered => answered;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await Task.WhenAll([accepting, .. connections]);
        stop.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
            catch (Exception problem) when (problem is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = await SecureAsync(client.GetStream());
            if (greeting is not null)
            {
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(greeting), stop.Token);
            }

            while (await SeenRequest.ReadAsync(stream, stop.Token) is { } request)
            {
                Requests.Enqueue(request);
                var writer = new AnswerWriter(stream);
                await answer(request, writer).WaitAsync(stop.Token);
                Interlocked.Increment(ref answered);
                if (writer.Closes)
                {
                    client.Client.Close(0);
                    return;
                }
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        if (tls is null)
        {
            return stream;
        }

        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(
            (_, hello, _, _) =>
            {
                ServerNames.Enqueue(hello.ServerName);
                return ValueTask.FromResult(tls);
            },
            state: null,
            stop.Token);
        if (secured.RemoteCertificate is { } certificate)
        {
            ClientCertificates.Enqueue(certificate.Subject);
        }

        return secured;
    }
}
