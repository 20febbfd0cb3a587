using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Lines of <c>policy.csv</c> that give more than one team needs: everything, all Applications with all actions, or a shell everywhere.</summary>
internal static class RbacPolicy
{
    private static readonly string[] Everywhere = ["*", "*/*"];

    /// <summary>The wide lines of all policies of the ConfigMap, with the key they stand in. The built-in admin role is meant to be wide.</summary>
    public static ImmutableArray<(string Key, string Line)> WideLines(ConfigMap map) =>
    [
        .. map.Data.Where(pair => pair.Key.StartsWith("policy.", StringComparison.Ordinal) && pair.Key.EndsWith(".csv", StringComparison.Ordinal))
            .SelectMany(pair => pair.Value.Split('\n').Select(line => (pair.Key, Line: line.Trim())))
            .Where(pair => IsWide(pair.Line)),
    ];

    private static bool IsWide(string line)
    {
        var parts = line.Split(',', StringSplitOptions.TrimEntries);
        return parts is ["p", not "role:admin", var resource, var action, var target, ..]
            && (parts.Length < 6 || parts[5] == "allow")
            && Everywhere.Contains(target)
            && (resource == "*" || (resource == "applications" && action == "*") || (resource == "exec" && action is "create" or "*"));
    }
}
