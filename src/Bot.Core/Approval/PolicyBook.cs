using System.Collections.Frozen;

namespace Bot.Core.Approval;

/// <summary>Policies by environment, fixed.</summary>
public sealed class PolicyBook : IPolicySource
{
    private readonly FrozenDictionary<string, Policy> byEnvironment;

    /// <param name="policies">By policy name.</param>
    /// <param name="environments">Environment to policy name. An environment that names an unknown policy has none.</param>
    public PolicyBook(IReadOnlyDictionary<string, PolicyOptions> policies, IEnumerable<KeyValuePair<string, string>> environments)
    {
        var built = policies.ToDictionary(pair => pair.Key, pair => Policy.From(pair.Key, pair.Value), StringComparer.Ordinal);
        byEnvironment = environments
            .Where(pair => built.ContainsKey(pair.Value))
            .ToFrozenDictionary(pair => pair.Key, pair => built[pair.Value], StringComparer.Ordinal);
    }

    public Policy? For(string environment) => byEnvironment.GetValueOrDefault(environment);
}
