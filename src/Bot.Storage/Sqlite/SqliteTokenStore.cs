using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Approval;
using Bot.Core.Audit;
using Dapper;

namespace Bot.Storage.Sqlite;

/// <summary>
/// Personal tokens by their SHA-256. A token has 256 random bits, so the hash needs no salt and no stretching,
/// and looking it up by an index tells an attacker nothing that he could use.
/// </summary>
public sealed class SqliteTokenStore(SqliteDatabase database, SqliteAuditLog audit, TimeProvider clock) : ITokenStore
{
    private const string Prefix = "bot_";

    public async Task<IssuedToken> IssueAsync(Actor owner, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (owner.Person is not { } person)
        {
            throw new ArgumentException("A token belongs to a known person.", nameof(owner));
        }

        var text = Prefix + Base32.Encode(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        var token = new PersonalToken(Base32.Encode(RandomNumberGenerator.GetBytes(5)), person.Id, now, now + lifetime);
        await database.WriteAsync(
            (connection, transaction) =>
            {
                connection.Execute(
                    "INSERT INTO personal_token (id, hash, person, created_at, expires_at) VALUES (@Id, @Hash, @PersonId, @CreatedAt, @ExpiresAt)",
                    new { token.Id, Hash = HashOf(text), token.PersonId, CreatedAt = SqliteTime.Write(token.CreatedAt), ExpiresAt = SqliteTime.Write(token.ExpiresAt) },
                    transaction);
                return audit.Append(connection, transaction, [Record(AuditKinds.TokenIssued, owner, token.Id, now)]);
            },
            cancellationToken);
        return new IssuedToken(text, token);
    }

    public Task<PersonalToken?> FindAsync(string text, CancellationToken cancellationToken) => Task.FromResult(
        database.Read(connection => connection.QuerySingleOrDefault<Row>(
            "SELECT id, person, created_at AS CreatedAt, expires_at AS ExpiresAt FROM personal_token WHERE hash = @hash AND revoked_at IS NULL AND expires_at > @now",
            new { hash = HashOf(text), now = SqliteTime.Write(clock.GetUtcNow()) })?.ToToken()));

    public Task<IReadOnlyList<PersonalToken>> ListAsync(string personId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonalToken>>(
        database.Read(connection => connection.Query<Row>(
            "SELECT id, person, created_at AS CreatedAt, expires_at AS ExpiresAt FROM personal_token WHERE person = @personId AND revoked_at IS NULL AND expires_at > @now ORDER BY created_at DESC",
            new { personId, now = SqliteTime.Write(clock.GetUtcNow()) }).Select(row => row.ToToken()).ToArray()));

    public async Task<bool> RevokeAsync(string tokenId, Actor owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var revoked = await database.WriteAsync(
            (connection, transaction) => connection.Execute(
                "UPDATE personal_token SET revoked_at = @now WHERE id = @tokenId AND person = @person AND revoked_at IS NULL",
                new { tokenId, person = owner.Person?.Id ?? "", now = SqliteTime.Write(now) },
                transaction) == 1
                ? audit.Append(connection, transaction, [Record(AuditKinds.TokenRevoked, owner, tokenId, now)])
                : null,
            cancellationToken);
        return revoked is not null;
    }

    private static AuditEntry Record(string kind, Actor owner, string tokenId, DateTimeOffset now) => new()
    {
        Kind = kind,
        Time = now,
        Actor = owner,
        Details = ImmutableSortedDictionary<string, string>.Empty.Add("token", tokenId),
    };

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Person { get; init; } = "";

        public string CreatedAt { get; init; } = "";

        public string ExpiresAt { get; init; } = "";

        public PersonalToken ToToken() => new(Id, Person, SqliteTime.Read(CreatedAt), SqliteTime.Read(ExpiresAt));
    }
}
