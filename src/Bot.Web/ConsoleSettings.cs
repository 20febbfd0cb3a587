using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Texts;

namespace Bot.Web;

/// <summary>What the console shows and who may act in it. Made by the host from the configuration.</summary>
public sealed record ConsoleSettings
{
    /// <summary>True in the demo only: every page says DEMO and the persona switcher is there.</summary>
    public bool IsDemo { get; init; }

    /// <summary>People a visitor may play in the demo; empty otherwise, and the console is then read-only.</summary>
    public ImmutableArray<Person> Personas { get; init; } = [];

    /// <summary>Language of the first page; a visitor may change it. Default English.</summary>
    public Language Language { get; init; } = Language.En;

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Host names that the console answers to (without port); a request for any other is refused, so that no foreign page can reach it by a rebound name.</summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = ["localhost", "127.0.0.1", "[::1]"];
}
