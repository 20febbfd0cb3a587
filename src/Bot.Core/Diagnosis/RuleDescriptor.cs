using System.Collections.Immutable;

namespace Bot.Core.Diagnosis;

/// <summary>What stands in the rule table of the documentation.</summary>
/// <param name="Id">An id of <see cref="RuleIds"/>, stable for ever.</param>
/// <param name="Severities">The severities that it can give.</param>
/// <param name="Reads">Kinds it looks at.</param>
public sealed record RuleDescriptor(string Id, SeverityRange Severities, ImmutableArray<string> Reads)
{
    /// <summary>The part of the id before the dot.</summary>
    public string Area => Id[..Id.IndexOf('.')];
}
