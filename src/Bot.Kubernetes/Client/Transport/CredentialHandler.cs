using System.Net;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>
/// The innermost layer: shows our credentials and sends. A 401 makes it ask the source once for new ones and send again.
/// Connections belong to a client certificate, so a new certificate gets a new set of them.
/// </summary>
internal sealed class CredentialHandler(ClusterConnection connection, KubernetesClientOptions options, TimeProvider clock) : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly List<HttpMessageInvoker> retired = [];
    private HttpMessageInvoker? sender;
    private ClientCertificate? senderCertificate;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var credential = await ObtainAsync(rejected: null, cancellationToken);
        var response = await SendAsync(request, credential, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        Credential renewed;
        try
        {
            renewed = await ObtainAsync(credential, cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        if (renewed.Equals(credential))
        {
            return Explained(response, credential);
        }

        response.Dispose();
        return Explained(await SendAsync(request, renewed, cancellationToken), renewed);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            lock (gate)
            {
                sender?.Dispose();
                retired.ForEach(old => old.Dispose());
            }
        }

        base.Dispose(disposing);
    }

    // An API server does not refuse an expired client certificate in TLS; it answers 401 without a word about it.
    private HttpResponseMessage Explained(HttpResponseMessage response, Credential credential)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized && credential.Certificate is { } certificate && certificate.NotAfter < clock.GetUtcNow())
        {
            response.Dispose();
            throw new ApiFailureException(
                ClusterConnector.ExpiredCertificate(certificate, connection.Server.GetLeftPart(UriPartial.Authority)) with { Status = 401 });
        }

        return response;
    }

    private async Task<Credential> ObtainAsync(Credential? rejected, CancellationToken cancellationToken)
    {
        var credential = await connection.Credentials.GetAsync(rejected, cancellationToken);
        return credential.IsSuccess ? credential.Value : throw new ApiFailureException(credential.Failure);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Credential credential, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = credential.Header;
        using var timeout = new CancellationTokenSource(options.AnswerWithin, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await SenderFor(credential.Certificate).SendAsync(request, both.Token);
        }
        catch (OperationCanceledException problem) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ApiFailureException(TransportFailures.TooSlow(connection.Server, options.AnswerWithin), problem);
        }
    }

    private HttpMessageInvoker SenderFor(ClientCertificate? certificate)
    {
        lock (gate)
        {
            if (sender is not null && senderCertificate?.Thumbprint == certificate?.Thumbprint)
            {
                return sender;
            }

            // Streams may still run over the old connections: they end with their answers, the rest when the client goes.
            if (sender is not null)
            {
                retired.Add(sender);
            }

            var connector = new ClusterConnector(connection, certificate, options, clock);
            senderCertificate = certificate;
            sender = new HttpMessageInvoker(new SocketsHttpHandler
            {
                ConnectCallback = (_, token) => connector.ConnectAsync(token),
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            });
            return sender;
        }
    }
}
