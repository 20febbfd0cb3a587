namespace Bot.Core.Audit;

/// <summary>
/// Checks a log against its chain and its head. Pure over the stream: it names the first record that was altered, dropped or moved,
/// and a tail that was cut. Whoever rewrites every later hash and the head too is found by signed checkpoints, which this is not.
/// </summary>
public static class AuditVerifier
{
    public static async Task<AuditVerdict> VerifyAsync(IAsyncEnumerable<AuditRecord> records, AuditHead head, CancellationToken cancellationToken)
    {
        var good = AuditChain.Empty;
        AuditRecord? bad = null;
        var comesLater = false;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            if (bad is null)
            {
                if (Follows(good, record))
                {
                    good = new AuditHead(record.Sequence, record.Hash);
                    continue;
                }

                bad = record;
            }
            else if (record.Sequence == good.Count + 1)
            {
                comesLater = true;
            }
        }

        var fault = bad is null ? CompareWithHead(good, head) : Explain(good, bad, comesLater, head);
        return new AuditVerdict(good.Count, good.Hash, fault);
    }

    private static bool Follows(AuditHead good, AuditRecord record) =>
        !record.IsDamaged
        && record.Sequence == good.Count + 1
        && record.PreviousHash == good.Hash
        && record.Hash == AuditChain.HashOf(record.Sequence, record.PreviousHash, CanonicalJson.Of(record.Entry));

    private static AuditBreak? CompareWithHead(AuditHead good, AuditHead head) =>
        good == head ? null
        : good.Count < head.Count ? new AuditBreak(AuditBreakKind.TailCut, good.Count + 1, good.Count)
        : new AuditBreak(AuditBreakKind.HeadMismatch, Math.Min(good.Count, head.Count + 1));

    private static AuditBreak Explain(AuditHead good, AuditRecord bad, bool comesLater, AuditHead head)
    {
        var place = good.Count + 1;
        if (bad.Sequence > place)
        {
            return comesLater ? new AuditBreak(AuditBreakKind.Reordered, place, bad.Sequence) : new AuditBreak(AuditBreakKind.Missing, place);
        }

        if (bad.Sequence < place)
        {
            return new AuditBreak(AuditBreakKind.Reordered, place, bad.Sequence);
        }

        var written = bad.IsDamaged ? 0 : WrittenFor(bad, head.Count);
        return written > 0 && written != place ? new AuditBreak(AuditBreakKind.Reordered, place, written) : new AuditBreak(AuditBreakKind.Altered, place);
    }

    // A record that was moved as a whole still hashes well for its old place.
    private static long WrittenFor(AuditRecord record, long count)
    {
        var canonical = CanonicalJson.Of(record.Entry);
        for (var place = 1L; place <= count; place++)
        {
            if (AuditChain.HashOf(place, record.PreviousHash, canonical) == record.Hash)
            {
                return place;
            }
        }

        return 0;
    }
}
