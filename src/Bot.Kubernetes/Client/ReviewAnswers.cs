using System.Text.Json;
using Bot.Kubernetes.Client.Discovery;

namespace Bot.Kubernetes.Client;

/// <summary>Reads what the server says about itself and about us.</summary>
internal static class ReviewAnswers
{
    /// <summary>v1 since 1.28, the others before.</summary>
    public static IReadOnlyList<string> SubjectReviewVersions { get; } =
        ["authentication.k8s.io/v1", "authentication.k8s.io/v1beta1", "authentication.k8s.io/v1alpha1"];

    public static ServerVersion Version(JsonElement answer) => new(
        DiscoveryJson.Text(answer, "gitVersion"),
        DiscoveryJson.Text(answer, "major"),
        DiscoveryJson.Text(answer, "minor"));

    public static AccessAnswer Access(JsonElement answer)
    {
        var status = Member(answer, "status");
        return new AccessAnswer(IsTrue(status, "allowed"), DiscoveryJson.Text(status, "reason"));
    }

    public static AccessRules Rules(JsonElement answer)
    {
        var status = Member(answer, "status");
        return new AccessRules(
            [.. DiscoveryJson.Members(status, "resourceRules").Select(rule => new AccessRule(
                DiscoveryJson.Texts(rule, "verbs"),
                DiscoveryJson.Texts(rule, "apiGroups"),
                DiscoveryJson.Texts(rule, "resources"),
                DiscoveryJson.Texts(rule, "resourceNames")))],
            IsTrue(status, "incomplete"));
    }

    public static Identity Identity(JsonElement answer)
    {
        var user = Member(Member(answer, "status"), "userInfo");
        return new Identity(DiscoveryJson.Text(user, "username"), DiscoveryJson.Texts(user, "groups"));
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : Empty;

    private static bool IsTrue(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static JsonElement Empty { get; } = JsonElement.Parse("{}");
}
