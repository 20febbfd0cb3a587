using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Redaction;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>The audit log in SQLite. What is appended is masked here, once and for all, before it is hashed.</summary>
public sealed class SqliteAuditLog(SqliteDatabase database, IRedactor redactor, TimeProvider clock) : IAuditLog
{
    private const int Page = 500;

    public async Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count > 0)
        {
            await database.WriteAsync((connection, transaction) => Append(connection, transaction, entries), cancellationToken);
        }
    }

    public async IAsyncEnumerable<AuditRecord> ReadAsync(long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = from;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = database.Read(connection => ReadPage(connection, next));
            foreach (var record in page)
            {
                yield return record;
            }

            if (page.Length < Page)
            {
                yield break;
            }

            next = page[^1].Sequence + 1;
            await Task.Yield();
        }
    }

    public Task<IReadOnlyList<AuditRecord>> LatestAsync(int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuditRecord>>(
        database.Read(connection => connection.Query<Row>("SELECT sequence, entry, previous_hash AS PreviousHash, hash FROM audit_record ORDER BY sequence DESC LIMIT @limit", new { limit }).Select(ToRecord).ToImmutableArray()));

    public Task<AuditHead> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(database.Read(connection => ReadHead(connection, transaction: null)));

    public Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken) => Task.Run(
        () => database.Read(connection =>
            AuditVerifier.VerifyAsync(ReadAll(connection).ToAsyncEnumerable(), ReadHead(connection, transaction: null), cancellationToken).GetAwaiter().GetResult()),
        cancellationToken);

    /// <summary>Appends within a transaction that also holds what the entries speak of.</summary>
    internal AuditHead Append(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<AuditEntry> entries)
    {
        var head = ReadHead(connection, transaction);
        var start = head.Count == 0 ? [Started()] : Array.Empty<AuditEntry>();
        foreach (var entry in start.Concat(entries))
        {
            var record = AuditChain.Append(head, Mask(entry));
            connection.Execute(
                "INSERT INTO audit_record (sequence, entry, previous_hash, hash) VALUES (@Sequence, @Entry, @PreviousHash, @Hash)",
                new { record.Sequence, Entry = CanonicalJson.Of(record.Entry), record.PreviousHash, record.Hash },
                transaction);
            head = new AuditHead(record.Sequence, record.Hash);
        }

        connection.Execute("UPDATE audit_head SET length = @Count, hash = @Hash WHERE id = 1", head, transaction);
        return head;
    }

    private static AuditHead ReadHead(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var row = connection.QuerySingleOrDefault<HeadRow>("SELECT length, hash FROM audit_head WHERE id = 1", transaction: transaction);
        return row is null ? new AuditHead(0, "") : new AuditHead(row.Length, row.Hash);
    }

    private static ImmutableArray<AuditRecord> ReadPage(SqliteConnection connection, long from) =>
        [.. connection.Query<Row>("SELECT sequence, entry, previous_hash AS PreviousHash, hash FROM audit_record WHERE sequence >= @from ORDER BY sequence LIMIT @Page", new { from, Page }).Select(ToRecord)];

    private static IEnumerable<AuditRecord> ReadAll(SqliteConnection connection) =>
        connection.Query<Row>("SELECT sequence, entry, previous_hash AS PreviousHash, hash FROM audit_record ORDER BY sequence", buffered: false).Select(ToRecord);

    private static AuditRecord ToRecord(Row row)
    {
        var entry = CanonicalJson.Parse(row.Entry);
        return new AuditRecord(row.Sequence, entry ?? Unreadable, row.PreviousHash, row.Hash) { IsDamaged = entry is null };
    }

    private static AuditEntry Unreadable { get; } = new() { Kind = "unreadable", Time = DateTimeOffset.UnixEpoch, Actor = new Actor("", "", "", Person: null) };

    private AuditEntry Started() => new() { Kind = AuditKinds.LogStarted, Time = clock.GetUtcNow(), Actor = new Actor("bot", "bot", "bot", Person: null) };

    private AuditEntry Mask(AuditEntry entry) => entry with
    {
        Actor = entry.Actor with { DisplayName = redactor.Mask(entry.Actor.DisplayName) },
        Reason = redactor.Mask(entry.Reason),
        Outcome = redactor.Mask(entry.Outcome),
        Details = entry.Details.ToImmutableSortedDictionary(pair => pair.Key, pair => redactor.Mask(pair.Value), StringComparer.Ordinal),
    };

    private sealed class Row
    {
        public long Sequence { get; init; }

        public string Entry { get; init; } = "";

        public string PreviousHash { get; init; } = "";

        public string Hash { get; init; } = "";
    }

    private sealed class HeadRow
    {
        public long Length { get; init; }

        public string Hash { get; init; } = "";
    }
}
