namespace Bot.Core.Audit;

/// <summary>Writes the log as JSON Lines, one record a line, in a form from which the chain can be checked again.</summary>
public static class AuditExport
{
    /// <summary>Returns how many records were written.</summary>
    public static async Task<long> WriteAsync(IAsyncEnumerable<AuditRecord> records, TextWriter output, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            await output.WriteAsync(CanonicalJson.Of(record).AsMemory(), cancellationToken);
            await output.WriteAsync("\n".AsMemory(), cancellationToken);
            count++;
        }

        return count;
    }
}
