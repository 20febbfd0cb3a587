using System.Text.RegularExpressions;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Reads the kubelet's words about a ConfigMap, a Secret or a key that is not there.</summary>
public static partial class ConfigReference
{
    /// <summary>The object that is not there, or null.</summary>
    public static ObjectRef? Missing(string message, string @namespace) =>
        message.Contains("not found", StringComparison.Ordinal) && NotFound().Match(message) is { Success: true } match
            ? new ObjectRef(KindOf(match.Groups["kind"].Value), @namespace, match.Groups["name"].Value)
            : null;

    /// <summary>The key that is not there and, where the words name it, its object; null when they speak of something else.</summary>
    public static (string Key, ObjectRef? Object)? MissingKey(string message, string @namespace)
    {
        if (message.Contains("find key", StringComparison.Ordinal) && NoKey().Match(message) is { Success: true } match)
        {
            return (match.Groups["key"].Value, new ObjectRef(KindOf(match.Groups["kind"].Value), @namespace, match.Groups["name"].Value));
        }

        return message.Contains("references non-existent", StringComparison.Ordinal) && NoVolumeKey().Match(message) is { Success: true } volume
            ? (volume.Groups["key"].Value, null)
            : null;
    }

    private static string KindOf(string word) => word.StartsWith("secret", StringComparison.OrdinalIgnoreCase) ? "Secret" : "ConfigMap";

    [GeneratedRegex(@"\b(?<kind>configmaps?|secrets?) ""(?<name>[^""/]+)"" not found", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotFound();

    [GeneratedRegex(@"find key (?<key>\S+) in (?<kind>ConfigMap|Secret) [^/\s]+/(?<name>[^\s""]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoKey();

    [GeneratedRegex(@"references non-existent (?:config|secret) key: (?<key>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoVolumeKey();
}
