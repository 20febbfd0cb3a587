using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>Who asks what, from where, in which language.</summary>
public sealed record CommandContext
{
    public required Actor Actor { get; init; }

    public required Localizer Localizer { get; init; }

    /// <summary>Options by name as the catalogue names them; absent when not given.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The environment of the channel it was typed in; empty when there is none.</summary>
    public string ChannelEnvironment { get; init; } = "";

    public string? this[string option] => Options.GetValueOrDefault(option);
}
