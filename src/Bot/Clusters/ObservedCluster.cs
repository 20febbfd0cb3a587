using Bot.Core.Clusters;
using Bot.Core.Commands;
using Bot.Core.Diagnosis;
using Bot.Core.Redaction;
using Bot.Core.Remediation;
using Bot.Core.Texts;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Execution;
using Bot.Kubernetes.Observing;
using Bot.Pictures;
using Bot.Sources;
using Microsoft.Extensions.Logging;

namespace Bot.Clusters;

/// <summary>One cluster that a running bot watches: the picture is kept diagnosed, so that an answer costs nothing.</summary>
public sealed partial class ObservedCluster : IDisposable
{
    private readonly KubernetesClient client;
    private readonly ClusterObserver observer;
    private readonly LogExcerpts excerpts;
    private readonly ClusterSources sources;
    private readonly PictureMaker maker;
    private readonly string argoCdNamespace;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ClusterPicture? current;

    public ObservedCluster(NamedCluster cluster, KubernetesClient client, ObservationScope scope, ClusterSources sources, PictureMaker maker, IRedactor redactor, TimeProvider clock, ILoggerFactory loggers)
    {
        this.client = client;
        this.sources = sources;
        this.maker = maker;
        this.clock = clock;
        argoCdNamespace = cluster.Options.ArgoCdNamespace;
        logger = loggers.CreateLogger<ObservedCluster>();
        observer = new ClusterObserver(cluster.Name, client, scope, clock, loggers.CreateLogger<ClusterObserver>());
        excerpts = new LogExcerpts(client, redactor, clock);
        Connection = new Core.Remediation.ActingCluster(new KubernetesGateway(cluster.Name, client, redactor), observer);
        Name = cluster.Name;
    }

    public string Name { get; }

    public Core.Remediation.ActingCluster Connection { get; }

    /// <summary>Null until the first look is finished.</summary>
    public ClusterPicture? Current => current;

    /// <summary>Ends with the first picture.</summary>
    public Task First => first.Task;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var subscription = observer.Subscribe(_ => Signal());
        var observing = Task.WhenAll(observer.RunAsync(cancellationToken), sources.RunAsync(delivered => observer.Supply(delivered.Reading, delivered.Items), cancellationToken));
        try
        {
            while (true)
            {
                await changed.WaitAsync(cancellationToken);
                if (observer.Current is { } snapshot)
                {
                    await LookAsync(snapshot, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Ended(logger, Name);
        }

        await observing;
    }

    public void Dispose()
    {
        observer.Dispose();
        sources.Dispose();
        client.Dispose();
        changed.Dispose();
    }

    private async Task LookAsync(ClusterSnapshot snapshot, CancellationToken cancellationToken)
    {
        var picture = maker.Make(snapshot, argoCdNamespace, clock.GetUtcNow()) with { Blind = BlindnessOf(snapshot) };
        current = picture;
        first.TrySetResult();
        if (picture.Blind is null && await excerpts.FetchAsync(snapshot, [.. picture.Diagnosis!.Roots.Select(root => root.Subject)], cancellationToken))
        {
            observer.Supply(excerpts.Reading, excerpts.Items);
        }
    }

    // When every kind fails, it is the cluster that cannot be seen and not its kinds.
    private static TextKey? BlindnessOf(ClusterSnapshot snapshot)
    {
        var readings = snapshot.Readings.Values.Where(reading => reading.Kind is not ("LogExcerpt" or "VolumeUsage" or "ProbeResult")).ToArray();
        return readings.Length > 0 && readings.All(reading => reading.State == ReadingState.Failed)
            ? new TextKey("card.blind.all").With("reason", readings[0].Gap ?? "")
            : null;
    }

    private void Signal()
    {
        if (changed.CurrentCount == 0)
        {
            try
            {
                changed.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another change signalled at the same moment: one look sees both.
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Debug, "Stopped watching cluster {Cluster}.")]
        public static partial void Ended(ILogger logger, string cluster);
    }
}
