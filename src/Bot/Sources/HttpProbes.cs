using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Bot.Core.Clusters;

namespace Bot.Sources;

/// <summary>Asks the addresses that people use, side by side, and notes when their certificates end. A redirect is an answer like any other.</summary>
public sealed class HttpProbes(ImmutableArray<ProbedAddress> addresses, TimeProvider clock) : ISnapshotSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<SourceReading> ReadAsync(CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(addresses.Select(address => ProbeAsync(address, cancellationToken)));
        return new SourceReading(new KindReading("ProbeResult", ReadingState.Read, SeenAt: clock.GetUtcNow()), [.. results]);
    }

    private async Task<ProbeResult> ProbeAsync(ProbedAddress address, CancellationToken cancellationToken)
    {
        DateTimeOffset? ends = null;
        using var client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                {
                    ends = certificate is X509Certificate2 known ? new DateTimeOffset(known.NotAfter) : null;
                    return errors == SslPolicyErrors.None;
                },
            },
        });
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Url);
        request.Headers.UserAgent.ParseAdd("gitops-bot");
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            return Result(address) with { Status = (int)response.StatusCode, CertificateNotAfter = ends };
        }
        catch (HttpRequestException failure)
        {
            return Result(address) with { Error = WordsOf(failure), CertificateNotAfter = ends };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Result(address) with { Error = $"no answer within {Patience.TotalSeconds:0} s" };
        }
    }

    private ProbeResult Result(ProbedAddress address) => new()
    {
        Metadata = new Metadata { Name = address.Url.Host },
        Environment = address.Environment,
        Url = address.Url.AbsoluteUri,
        Expect = address.Expect,
        TakenAt = clock.GetUtcNow(),
    };

    private static string WordsOf(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the host name is not known",
        HttpRequestError.SecureConnectionError => "the certificate or the TLS handshake is refused",
        HttpRequestError.ConnectionError => "the connection is refused",
        var other => other.ToString(),
    };
}
