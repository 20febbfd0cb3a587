namespace Bot.Simulator.Api.Discovery;

/// <summary>The kinds that are asked and never stored.</summary>
internal static class ReviewKinds
{
    public static IReadOnlyList<(string Group, string Plural, string Singular, string Kind)> All { get; } =
    [
        ("authentication.k8s.io", "selfsubjectreviews", "selfsubjectreview", "SelfSubjectReview"),
        ("authorization.k8s.io", "selfsubjectaccessreviews", "selfsubjectaccessreview", "SelfSubjectAccessReview"),
        ("authorization.k8s.io", "selfsubjectrulesreviews", "selfsubjectrulesreview", "SelfSubjectRulesReview"),
    ];
}
