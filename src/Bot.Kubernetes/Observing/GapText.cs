using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Observing;

/// <summary>A gap in the API's own words: the right that is missing (<c>list secrets.example.org in shop</c>), else the message.</summary>
internal static class GapText
{
    public static string Of(ApiFailure failure) => failure.MissingRight is not { } right
        ? failure.Message
        : $"{right.Verb} {(right.Group.Length == 0 ? right.Resource : $"{right.Resource}.{right.Group}")}"
            + (right.Namespace is null ? "" : $" in {right.Namespace}")
            + (right.Name is null ? "" : $" ({right.Name})");
}
