using System.Diagnostics.CodeAnalysis;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Authentication;

/// <summary>A bearer token in a file that somebody else renews: read again every minute, and at once when the server refuses it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle is never asked for holds nothing to dispose.")]
public sealed class TokenFileCredentialSource(string file, string? fallbackToken, ClientCertificate? certificate, TimeProvider clock) : ICredentialSource
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private Credential? current;
    private long readAt;

    public async Task<ApiResult<Credential>> GetAsync(Credential? rejected, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (current is not null && !current.Equals(rejected) && clock.GetElapsedTime(readAt) < Fresh)
            {
                return current;
            }

            var token = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
            if (!Credential.IsToken(token))
            {
                return UsePrevious(token.Length == 0 ? "the file is empty" : "what is in it is no token");
            }

            readAt = clock.GetTimestamp();
            current = Credential.Bearer(token, certificate);
            return current;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return UsePrevious(problem.Message);
        }
        finally
        {
            gate.Release();
        }
    }

    // While the file is being replaced the token of before is still good.
    private ApiResult<Credential> UsePrevious(string problem)
    {
        if (current is not null)
        {
            return current;
        }

        if (fallbackToken is not null)
        {
            return Credential.Bearer(fallbackToken, certificate);
        }

        return new ApiFailure(ApiFailureKind.Credentials, $"The token file {file} cannot be read: {problem}") { Problem = "token-file" }
            .With("file", file).With("problem", problem);
    }
}
