using Bot.Core.Texts;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Client.Failures;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Kubernetes.Tests.Client;

/// <summary>What most tests of the client need.</summary>
internal static class The
{
    public static ApiResource Pods { get; } = new("", "v1", "pods", "Pod", Namespaced: true);

    public static ApiResource Applications { get; } = new("argoproj.io", "v1alpha1", "applications", "Application", Namespaced: true);

    /// <summary>Real patience for what the clock of the test does not move: a test that waits this long has failed.</summary>
    public static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public static KubernetesClient Client(LoopbackServer server, TimeProvider? clock = null, KubernetesClientOptions? options = null, ICredentialSource? credentials = null) =>
        Client(Connection(server.Address, credentials), clock, options);

    public static KubernetesClient Client(ClusterConnection connection, TimeProvider? clock = null, KubernetesClientOptions? options = null) =>
        new(connection, clock ?? new ManualClock(), new Random(1), NullLogger<KubernetesClient>.Instance, options);

    /// <summary>The text of a failure stands in both languages and every placeholder is filled.</summary>
    public static ApiFailure Told(ApiFailure? failure)
    {
        var told = failure.ShouldNotBeNull();
        foreach (var language in Enum.GetValues<Language>())
        {
            var template = TextCatalogue.Default.Find(language, told.Text.Key).ShouldNotBeNull(told.Text.Key);
            template.Split('{').Skip(1).Select(part => part.Split('}')[0]).ShouldBeSubsetOf(told.Text.Facts.Keys, told.Text.Key);
        }

        return told;
    }

    public static ClusterConnection Connection(Uri server, ICredentialSource? credentials = null) => new()
    {
        Server = server,
        Source = "test",
        Credentials = credentials ?? StaticCredentialSource.Token("t0ken"),
    };
}
