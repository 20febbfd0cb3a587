using System.Collections.Immutable;

namespace Bot.Configuration;

/// <summary>The configuration as it was found: options, faults (none means: good to start), notes worth a warning, and where it came from.</summary>
public sealed record LoadedConfiguration(BotOptions Options, ImmutableArray<ConfigurationFault> Faults, ImmutableArray<ConfigurationFault> Notes, ConfigurationFile? File, bool HasEnvironmentVariables)
{
    /// <summary>Nothing was configured at all: neither a file was given nor a variable set, and no cluster is named.</summary>
    public bool IsEmpty => Options.Clusters.Count == 0 && !HasEnvironmentVariables && File is not { IsGiven: true };
}
