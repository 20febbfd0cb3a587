using System.Collections.Immutable;
using Bot.Core.Remediation;

namespace Bot.Core.Commands;

/// <summary>A row of the catalogue. Descriptions are texts <c>command.&lt;name&gt;.description</c> and <c>command.&lt;name&gt;.option.&lt;option&gt;</c>.</summary>
public sealed record CommandDefinition(string Name, RiskTier Tier, ImmutableArray<CommandOption> Options);
