namespace Bot.Core.Approval;

/// <summary>Personal tokens for acting from a terminal. Only a hash is kept; the text is shown once.</summary>
public interface ITokenStore
{
    /// <summary>Makes a token and returns its text, which cannot be had again. The issue is recorded in the audit log.</summary>
    Task<IssuedToken> IssueAsync(Actor owner, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>The token of that text if it is valid now; null when it is unknown, expired or revoked.</summary>
    Task<PersonalToken?> FindAsync(string text, CancellationToken cancellationToken);

    Task<IReadOnlyList<PersonalToken>> ListAsync(string personId, CancellationToken cancellationToken);

    /// <summary>False when there is no such valid token of that person.</summary>
    Task<bool> RevokeAsync(string tokenId, Actor owner, CancellationToken cancellationToken);
}
