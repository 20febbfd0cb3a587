using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Simulator.Tests.Scenarios;

public sealed partial class SimulatedClusterTests
{
    [Fact]
    public async Task The_api_serves_the_scenario_and_the_reader_sees_all_but_secrets()
    {
        await using var cluster = await SimulatedCluster.StartAsync(new SimulatedClusterOptions { Scenario = "seed-002", Tls = false, TickInterval = null, TimeProvider = new ManualClock() });
        using var client = Client(cluster, cluster.ReadOnlyKubeconfig);

        using var root = JsonDocument.Parse(await client.GetStringAsync("/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/wealist-apps-prod"));
        using var secrets = await client.GetAsync("/api/v1/secrets");

        root.RootElement.GetProperty("status").GetProperty("operationState").GetProperty("phase").GetString().ShouldBe("Running");
        secrets.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_write_over_the_api_moves_the_controllers()
    {
        await using var cluster = await SimulatedCluster.StartAsync(new SimulatedClusterOptions { Scenario = "seed-002-no-fix", Tls = false, TickInterval = null, TimeProvider = new ManualClock() });
        using var client = Client(cluster, cluster.AdminKubeconfig);
        using var patch = new StringContent("""{"status":{"operationState":{"phase":"Terminating"}}}""", MediaTypeHeaderValue.Parse("application/merge-patch+json"));
        const string Path = "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/wealist-apps-prod";

        (await client.PatchAsync(Path, patch)).StatusCode.ShouldBe(HttpStatusCode.OK);
        cluster.Tick();

        using var root = JsonDocument.Parse(await client.GetStringAsync(Path));
        root.RootElement.TryGetProperty("operation", out _).ShouldBeFalse();
        root.RootElement.GetProperty("status").GetProperty("operationState").GetProperty("message").GetString().ShouldBe("Operation terminated");
    }

    [Fact]
    public async Task The_controllers_tick_by_the_clock()
    {
        var clock = new ManualClock();
        await using var cluster = await SimulatedCluster.StartAsync(new SimulatedClusterOptions { Scenario = "healthy", Tls = false, TimeProvider = clock });
        var pod = cluster.Store.List(Bot.Simulator.Store.SimulatedKinds.Pod, "wealist-dev")[0];
        cluster.Store.Delete(pod.Kind, pod.Namespace, pod.Name);
        var gone = cluster.Store.Watch(Bot.Simulator.Store.SimulatedKinds.Pod, "wealist-dev");

        clock.Advance(TimeSpan.FromSeconds(2));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        (await gone.Changes.ReadAsync(patience.Token)).Object.Namespace.ShouldBe("wealist-dev");
    }

    [Fact]
    public async Task A_kubeconfig_file_is_for_its_owner_alone()
    {
        await using var cluster = await SimulatedCluster.StartAsync(new SimulatedClusterOptions { Scenario = "healthy", TickInterval = null });
        var path = Path.Combine(Directory.CreateTempSubdirectory("kubeconfig").FullName, "config");

        await cluster.WriteKubeconfigAsync(path);

        (await File.ReadAllTextAsync(path)).ShouldContain(cluster.Address.GetLeftPart(UriPartial.Authority));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static HttpClient Client(SimulatedCluster cluster, string kubeconfig)
    {
        var client = new HttpClient { BaseAddress = cluster.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token().Match(kubeconfig).Groups["token"].Value);
        return client;
    }

    [GeneratedRegex(@"token: (?<token>\S+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}
