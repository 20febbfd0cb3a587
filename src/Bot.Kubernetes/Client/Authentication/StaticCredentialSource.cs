using System.Net.Http.Headers;

namespace Bot.Kubernetes.Client.Authentication;

/// <summary>A header that never changes, with a client certificate that may have been replaced on disk.</summary>
public sealed class StaticCredentialSource(AuthenticationHeaderValue? header, Func<ApiResult<ClientCertificate?>> readCertificate) : ICredentialSource
{
    private readonly Lock gate = new();
    private Credential? current;

    public static StaticCredentialSource Anonymous { get; } = new(header: null, () => (ClientCertificate?)null);

    public static StaticCredentialSource Token(string token) =>
        new(new AuthenticationHeaderValue("Bearer", token), () => (ClientCertificate?)null);

    public Task<ApiResult<Credential>> GetAsync(Credential? rejected, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (current is not null && !current.Equals(rejected))
            {
                return Task.FromResult<ApiResult<Credential>>(current);
            }

            var read = readCertificate().Map(certificate => new Credential(header, certificate));
            current = read.IsSuccess ? read.Value : current;
            return Task.FromResult(read);
        }
    }
}
