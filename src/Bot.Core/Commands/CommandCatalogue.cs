using System.Collections.Immutable;
using Bot.Core.Remediation;

namespace Bot.Core.Commands;

/// <summary>
/// Every command, once: name, options, completion and risk. Chat registration, the console, the command line and the help are made from it.
/// The tier says what the command may lead to; asking is open to everyone who may read.
/// </summary>
public static class CommandCatalogue
{
    /// <summary>In the order in which help shows them.</summary>
    public static readonly ImmutableArray<CommandDefinition> All =
    [
        new("status", RiskTier.R0, [new("env", Required: false, CompletionSources.Environment)]),
        new("diagnose", RiskTier.R0, [new("app", Required: true, CompletionSources.Application)]),
        new("unstick", RiskTier.R2, [new("app", Required: true, CompletionSources.Application), new("reason", Required: false, CompletionSources.Words)]),
        new("sync", RiskTier.R2, [new("app", Required: true, CompletionSources.Application), new("reason", Required: false, CompletionSources.Words)]),
        new("refresh", RiskTier.R1, [new("app", Required: true, CompletionSources.Application), new("hard", Required: false, CompletionSources.Switch)]),
        new("pending", RiskTier.R0, []),
        new("approve", RiskTier.R2, [new("request", Required: true, CompletionSources.Request)]),
        new("deny", RiskTier.R0, [new("request", Required: true, CompletionSources.Request), new("reason", Required: false, CompletionSources.Words)]),
        new("cancel", RiskTier.R0, [new("request", Required: true, CompletionSources.Request)]),
        new("audit", RiskTier.R0, []),
        new("rules", RiskTier.R0, [new("id", Required: false, CompletionSources.Rule)]),
        new("explain", RiskTier.R0, [new("term", Required: true, CompletionSources.Term)]),
        new("link", RiskTier.R0, []),
        new("doctor", RiskTier.R0, []),
        new("help", RiskTier.R0, []),
    ];

    public static CommandDefinition? Find(string name) => All.FirstOrDefault(command => command.Name == name);
}
