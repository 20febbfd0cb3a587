using Bot.Clusters;
using Bot.Configuration;
using Bot.Sources;
using Bot.Testing;

namespace Bot.Tests.Sources;

public sealed class ClusterSourcesTests
{
    private readonly BotOptions options = new()
    {
        Clusters = { ["main"] = new ClusterOptions(), ["other"] = new ClusterOptions() },
        Environments = { ["prod"] = new EnvironmentOptions { Cluster = "main", Probes = [new ProbeOptions { Url = "https://shop.example/" }] } },
        Prometheus = new PrometheusOptions { Url = "http://prometheus.example", Cluster = "other" },
    };

    [Fact]
    public void A_cluster_gets_the_sources_that_speak_of_it()
    {
        SourcesOf("main", options.Clusters["main"]).ShouldBe(["HttpProbes"]);
        SourcesOf("other", options.Clusters["other"]).ShouldBe(["PrometheusVolumes"]);
    }

    [Fact]
    public void A_context_named_on_the_command_line_has_none() => SourcesOf("main", new ClusterOptions()).ShouldBeEmpty();

    [Fact]
    public async Task Asks_at_once_and_then_every_minute()
    {
        var clock = new ManualClock();
        await using var server = await Answering.WithAsync(200);
        options.Environments["prod"].Probes[0].Url = server.Url.AbsoluteUri;
        using var sources = new ClusterSources(new NamedCluster("main", options.Clusters["main"]), options, clock);
        using var stop = new CancellationTokenSource();
        using var heard = new SemaphoreSlim(0);

        var running = sources.RunAsync(_ => heard.Release(), stop.Token);
        await heard.WaitAsync();
        await clock.WhenDueWithinAsync(TimeSpan.FromSeconds(60), atLeast: TimeSpan.FromSeconds(60));
        clock.Advance(TimeSpan.FromSeconds(60));
        await heard.WaitAsync();
        await stop.CancelAsync();
        await running;

        server.Asked.Count.ShouldBe(2);
    }

    private IEnumerable<string> SourcesOf(string name, ClusterOptions cluster)
    {
        using var sources = new ClusterSources(new NamedCluster(name, cluster), options, new ManualClock());
        return [.. sources.All.Select(source => source.GetType().Name)];
    }
}
