using Bot.Core.Texts;

namespace Bot.Core.Audit;

/// <summary>What a check of the log found: how many records hold from the start, the last good hash, and the first break if there is one.</summary>
public sealed record AuditVerdict(long Verified, string LastHash, AuditBreak? Break)
{
    public bool IsGood => Break is null;

    /// <summary>In words.</summary>
    public TextKey Message => Break switch
    {
        null => new TextKey("audit.verify.good").With("count", Verified).With("hash", LastHash[..12]),
        { Kind: AuditBreakKind.Altered } fault => new TextKey("audit.verify.altered").With("sequence", fault.Sequence),
        { Kind: AuditBreakKind.Missing } fault => new TextKey("audit.verify.missing").With("sequence", fault.Sequence),
        { Kind: AuditBreakKind.Reordered } fault => new TextKey("audit.verify.reordered").With("sequence", fault.Sequence).With("found", fault.Found),
        { Kind: AuditBreakKind.TailCut } fault => new TextKey("audit.verify.tail-cut").With("sequence", fault.Sequence).With("count", fault.Found),
        var fault => new TextKey("audit.verify.head-mismatch").With("sequence", fault.Sequence),
    };
}
