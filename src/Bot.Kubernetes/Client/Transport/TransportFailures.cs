using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>Failures of a connection that stood, and of everything that HttpClient throws.</summary>
internal static class TransportFailures
{
    public static ApiFailure TooSlow(Uri server, TimeSpan limit) =>
        new ApiFailure(ApiFailureKind.Timeout, $"{AddressOf(server)} did not answer within {limit.TotalSeconds} s") { Address = AddressOf(server) }
            .With("limit", limit);

    public static ApiFailure Lost(Uri server, Exception problem) =>
        new ApiFailure(ApiFailureKind.ConnectionLost, $"The connection to {AddressOf(server)} broke: {problem.Message}") { Address = AddressOf(server) }
            .With("problem", problem.Message);

    /// <summary>What a send threw. Where the server was reached, a write may have been carried out.</summary>
    public static ApiFailure Of(Uri server, Exception problem, bool isRead)
    {
        var failure = ApiFailureException.Find(problem) ?? Lost(server, problem);
        var reached = failure.Kind is ApiFailureKind.Timeout or ApiFailureKind.ConnectionLost;
        return failure with
        {
            Address = failure.Address.Length == 0 ? AddressOf(server) : failure.Address,
            OutcomeUnknown = reached && !isRead,
        };
    }

    public static bool IsKnown(Exception problem) => problem is HttpRequestException or ApiFailureException or IOException or InvalidDataException;

    private static string AddressOf(Uri server) => server.GetLeftPart(UriPartial.Authority);
}
