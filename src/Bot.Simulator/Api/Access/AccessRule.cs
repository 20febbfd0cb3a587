namespace Bot.Simulator.Api.Access;

/// <summary>One thing that a user may do; <c>*</c> stands for all.</summary>
/// <param name="Verbs">get, list, watch, create, update, patch, delete, deletecollection.</param>
/// <param name="Groups">API groups, <c>""</c> for the core.</param>
/// <param name="Resources">Plurals, with subresource where meant: <c>pods/log</c>.</param>
/// <param name="Namespace">The namespace in which it holds; null everywhere.</param>
public sealed record AccessRule(IReadOnlyList<string> Verbs, IReadOnlyList<string> Groups, IReadOnlyList<string> Resources, string? Namespace = null)
{
    /// <summary>How the reason of a SelfSubjectAccessReview names what gives the right.</summary>
    public string Origin { get; init; } = "";

    internal bool Allows(string verb, string group, string resource, string ns) =>
        Has(Verbs, verb) && Has(Groups, group) && Has(Resources, resource) && (Namespace is null || Namespace == ns);

    private static bool Has(IReadOnlyList<string> allowed, string asked) =>
        allowed.Contains("*", StringComparer.Ordinal) || allowed.Contains(asked, StringComparer.Ordinal);
}
