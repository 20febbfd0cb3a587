namespace Bot.Kubernetes.Client.Authentication;

/// <summary>Where credentials come from, and come from again when they rotate.</summary>
public interface ICredentialSource
{
    /// <summary>
    /// The credential to show now. <paramref name="rejected"/> is one that the server has just answered with 401:
    /// a source that can renew does so, unless it has meanwhile; one that cannot gives the same again.
    /// </summary>
    Task<ApiResult<Credential>> GetAsync(Credential? rejected, CancellationToken cancellationToken);
}
