using System.Collections.Frozen;
using Bot.Core.Clusters;

namespace Bot.Core.Environments;

/// <summary>Guesses the environment of an application that no configuration names: labels first, then the last part of its name.</summary>
public static class EnvironmentNames
{
    private static readonly string[] Labels = ["environment", "env", "app.kubernetes.io/environment"];

    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["prod"] = "prod",
        ["production"] = "prod",
        ["dev"] = "dev",
        ["development"] = "dev",
        ["staging"] = "staging",
        ["stage"] = "staging",
        ["stg"] = "staging",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when nothing tells.</summary>
    public static string? Of(Application application)
    {
        foreach (var label in Labels)
        {
            if (application.Metadata.Labels[label] is { Length: > 0 } value)
            {
                return Normalise(value);
            }
        }

        return Usual.GetValueOrDefault(application.Name[(application.Name.LastIndexOf('-') + 1)..]);
    }

    /// <summary>One spelling of the usual names; others stay as they are, in lower case.</summary>
    public static string Normalise(string name) => Usual.GetValueOrDefault(name) ?? name.ToLowerInvariant();
}
