using System.Net.Sockets;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>Failures of the way to the server, step by step.</summary>
internal static class ConnectFailures
{
    public static ApiFailure OfSocket(SocketException problem, string host, string address, bool isProxy)
    {
        var failure = problem.SocketErrorCode is SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery
            ? new ApiFailure(ApiFailureKind.NameResolution, $"The name {host} does not resolve: {problem.Message}")
            : new ApiFailure(ApiFailureKind.Connection, $"No connection to {address}: {problem.Message}");
        return (isProxy ? failure with { Kind = ApiFailureKind.Proxy } : failure) with
        {
            Address = address,
            Problem = (isProxy, problem.SocketErrorCode) switch
            {
                (true, _) => "proxy",
                (_, SocketError.ConnectionRefused) => "connection-refused",
                _ => null,
            },
            Facts = failure.Facts.SetItem("host", host).SetItem("problem", problem.Message),
        };
    }

    public static ApiFailure TooSlow(string address, string step, TimeSpan limit) =>
        new ApiFailure(ApiFailureKind.Connection, $"{address}: {step} took longer than {limit.TotalSeconds} s") { Address = address, Problem = "connection-timeout" }
            .With("step", step).With("limit", limit);

    public static ApiFailure OfProxy(string proxy, string address, string problem) =>
        new ApiFailure(ApiFailureKind.Proxy, $"The proxy {proxy} did not connect to {address}: {problem}") { Address = proxy, Problem = "proxy-refused" }
            .With("target", address).With("problem", problem);

    public static ApiFailure OfTls(TlsProblem problem, string address, string detail) =>
        new ApiFailure(ApiFailureKind.Tls, $"TLS with {address}: {detail}") { Address = address, Tls = problem }.With("problem", detail);
}
