namespace Bot.Core.Audit;

/// <summary>The append-only record of what was asked, decided and done.</summary>
public interface IAuditLog
{
    /// <summary>Appends in order, durable when it returns.</summary>
    /// <exception cref="AuditUnwritableException">It could not be written: nothing may be done.</exception>
    Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);

    /// <summary>Records from <paramref name="from"/> on, in order of sequence.</summary>
    IAsyncEnumerable<AuditRecord> ReadAsync(long from, CancellationToken cancellationToken);

    /// <summary>The newest records, newest first.</summary>
    Task<IReadOnlyList<AuditRecord>> LatestAsync(int limit, CancellationToken cancellationToken);

    Task<AuditHead> HeadAsync(CancellationToken cancellationToken);

    /// <summary>Checks the whole log against its chain and its head, in one consistent reading where the store has such.</summary>
    async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken) =>
        await AuditVerifier.VerifyAsync(ReadAsync(1, cancellationToken), await HeadAsync(cancellationToken), cancellationToken);
}
