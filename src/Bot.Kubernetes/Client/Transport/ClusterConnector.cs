using System.ComponentModel;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>
/// Opens connections to one server: name, TCP, proxy, TLS. It takes the steps itself, so that a failure says which of them
/// failed, and because the stock handler has no setting for tls-server-name.
/// </summary>
internal sealed class ClusterConnector(ClusterConnection connection, ClientCertificate? certificate, KubernetesClientOptions options, TimeProvider clock)
{
    private readonly Uri? proxy = ProxyChoice.For(connection);

    public async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.ConnectWithin, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var step = new ConnectStep();
        Stream? stream = null;
        try
        {
            stream = await ConnectAsync(step, both.Token);
            if (connection.Server.Scheme == Uri.UriSchemeHttps)
            {
                step.Name = "TLS";
                stream = await SecureAsync(stream, both.Token);
            }

            return stream;
        }
        catch (Exception problem)
        {
            if (stream is not null)
            {
                await stream.DisposeAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (problem is OperationCanceledException)
            {
                throw new ApiFailureException(ConnectFailures.TooSlow(Address, step.Name, options.ConnectWithin), problem);
            }

            throw;
        }
    }

    private string Address => connection.Server.GetLeftPart(UriPartial.Authority);

    private async Task<Stream> ConnectAsync(ConnectStep step, CancellationToken cancellationToken)
    {
        if (proxy is null)
        {
            return await DialAsync(connection.Server, isProxy: false, step, cancellationToken);
        }

        var stream = await DialAsync(proxy, isProxy: true, step, cancellationToken);
        step.Name = "proxy";
        var shown = proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        try
        {
            if (proxy.Scheme == Uri.UriSchemeHttps)
            {
                var secured = new SslStream(stream);
                await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = proxy.IdnHost }, cancellationToken);
                stream = secured;
            }

            await ProxyTunnel.OpenAsync(stream, proxy, connection.Server.IdnHost, connection.Server.Port, cancellationToken);
            return stream;
        }
        catch (Exception problem) when (problem is ProxyRefusedException or IOException or AuthenticationException)
        {
            await stream.DisposeAsync();
            throw new ApiFailureException(ConnectFailures.OfProxy(shown, Address, problem.Message), problem);
        }
    }

    private static async Task<Stream> DialAsync(Uri target, bool isProxy, ConnectStep step, CancellationToken cancellationToken)
    {
        var host = target.IdnHost;
        var shown = target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            step.Name = "DNS";
            var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
            step.Name = "TCP";
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            KeepAlive(socket);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException problem)
        {
            socket.Dispose();
            throw new ApiFailureException(ConnectFailures.OfSocket(problem, host, shown, isProxy), problem);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    // A watch may be silent for minutes: let the system notice a peer that is gone.
    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 30);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
    }

    private async Task<Stream> SecureAsync(Stream stream, CancellationToken cancellationToken)
    {
        var trust = new ServerTrust(connection.Authorities, clock);
        var secured = new SslStream(stream);
        try
        {
            await secured.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = connection.TlsServerName ?? connection.Server.IdnHost,
                    ClientCertificateContext = certificate?.Context,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                    RemoteCertificateValidationCallback = (_, server, chain, errors) => connection.SkipTlsVerification || trust.Judge(server, chain, errors),
                },
                cancellationToken);
            return secured;
        }
        catch (Exception problem) when (problem is AuthenticationException or IOException or Win32Exception)
        {
            await secured.DisposeAsync();
            throw new ApiFailureException(Explain(trust, problem), problem);
        }
    }

    private ApiFailure Explain(ServerTrust trust, Exception problem)
    {
        if (trust.Problem != TlsProblem.None)
        {
            return ConnectFailures.OfTls(trust.Problem, Address, trust.Detail)
                .With("name", connection.TlsServerName ?? connection.Server.IdnHost)
                .With("source", connection.Source);
        }

        return certificate is not null && certificate.NotAfter < clock.GetUtcNow()
            ? ExpiredCertificate(certificate, Address)
            : ConnectFailures.OfTls(TlsProblem.Handshake, Address, (problem.InnerException ?? problem).Message);
    }

    internal static ApiFailure ExpiredCertificate(ClientCertificate certificate, string address) =>
        ConnectFailures.OfTls(TlsProblem.ClientCertificateExpired, address, $"our client certificate expired on {certificate.NotAfter:yyyy-MM-dd HH:mm} UTC")
            .With("until", certificate.NotAfter).With("subject", certificate.Subject);

    private sealed class ConnectStep
    {
        public string Name { get; set; } = "DNS";
    }
}
