using Bot.Core.Clusters;

namespace Bot.Core.Environments;

/// <summary>One entry of an environment's <c>Applications</c>: <c>label:key=value</c>, <c>project:glob</c>, or a glob of the name.</summary>
public static class ApplicationSelector
{
    private const string Label = "label:";
    private const string Project = "project:";

    public static bool Matches(string selector, Application application)
    {
        if (selector.StartsWith(Label, StringComparison.Ordinal))
        {
            var pair = selector[Label.Length..].Split('=', 2);
            return application.Metadata.Labels[pair[0]] is { } value && (pair.Length == 1 || Glob.Matches(pair[1], value));
        }

        return selector.StartsWith(Project, StringComparison.Ordinal)
            ? Glob.Matches(selector.AsSpan(Project.Length), application.Project)
            : Glob.Matches(selector, application.Name);
    }

    /// <summary>What is wrong with the text of a selector, or null.</summary>
    public static string? Fault(string selector) =>
        selector.Length == 0 ? "is empty"
        : selector.StartsWith(Label, StringComparison.Ordinal) && !selector.Contains('=') ? "needs the form label:key=value"
        : selector.Contains(' ') ? "contains a space"
        : null;
}
