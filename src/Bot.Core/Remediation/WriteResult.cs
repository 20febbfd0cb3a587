using System.Collections.Immutable;

namespace Bot.Core.Remediation;

/// <summary>What the server answered. <c>Message</c> is its own words, masked. <c>Object</c> is the answered object as JSON text.</summary>
public sealed record WriteResult(WriteOutcome Outcome, string Message, string? Object = null)
{
    public string ResourceVersion { get; init; } = "";

    public ImmutableArray<string> Warnings { get; init; } = [];
}
