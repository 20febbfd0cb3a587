namespace Bot.Core.Audit;

/// <summary>The first place at which a chain does not hold.</summary>
/// <param name="Kind">What is wrong there.</param>
/// <param name="Sequence">The place in the log.</param>
/// <param name="Found">The place that the record found there was written for, where it is known (reordered), or how many records are there (cut tail).</param>
public sealed record AuditBreak(AuditBreakKind Kind, long Sequence, long Found = 0);
