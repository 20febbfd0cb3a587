using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>Answers with a good status and a bad body.</summary>
internal static class AnswerFailures
{
    public static ApiFailure NotKubernetes(Uri server, string mediaType) =>
        Of(server, "not-kubernetes", $"The answer is {(mediaType.Length == 0 ? "of no type" : mediaType)}: is that a Kubernetes API server?").With("type", mediaType);

    public static ApiFailure Cut(Uri server, string problem) =>
        Of(server, "malformed", $"The answer could not be read to its end: {problem}").With("problem", problem);

    private static ApiFailure Of(Uri server, string problem, string message) =>
        new(ApiFailureKind.Malformed, message) { Problem = problem, Address = server.GetLeftPart(UriPartial.Authority) };
}
