using System.Collections.Immutable;

namespace Bot.Core.Diagnosis;

/// <summary>The text slots of a finding in one language. <c>Caution</c> and <c>Explain</c> are null where a rule has none.</summary>
public sealed record FindingText(string Push, string Headline, string Cause, string Now, string Lasting, string? Caution, string? Explain, ImmutableArray<string> Evidence, ImmutableArray<Advice> Advice);
