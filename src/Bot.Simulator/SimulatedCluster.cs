using System.Security.Cryptography;
using System.Text;
using Bot.Simulator.Api;
using Bot.Simulator.Api.Access;
using Bot.Simulator.Controllers;
using Bot.Simulator.Scenarios;
using Bot.Simulator.Store;
using Microsoft.Extensions.Logging;

namespace Bot.Simulator;

/// <summary>A cluster with Argo CD that plays a scenario: a Kubernetes API on loopback, and the controllers behind it.</summary>
public sealed partial class SimulatedCluster : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Simulation simulation;
    private readonly KubernetesApiServer server;
    private readonly ApiUser admin;
    private readonly ApiUser reader;
    private readonly ILogger logger;
    private readonly Task ticking;

    private SimulatedCluster(Simulation simulation, KubernetesApiServer server, ApiUser admin, ApiUser reader, SimulatedClusterOptions options)
    {
        this.simulation = simulation;
        this.server = server;
        this.admin = admin;
        this.reader = reader;
        logger = options.Logger;
        Scenario = options.Scenario;
        ticking = options.TickInterval is { } interval ? TickAsync(interval, options.TimeProvider) : Task.CompletedTask;
    }

    /// <summary>The names of the scenarios that can be played, those of the directory included.</summary>
    public static IReadOnlyList<string> Scenarios(string? directory = null) => new ScenarioFiles(directory).Names();

    public string Scenario { get; }

    /// <summary>Where the API listens.</summary>
    public Uri Address => server.Address;

    /// <summary>The objects, for tests.</summary>
    public ObjectStore Store => simulation.World.Store;

    /// <summary>A kubeconfig of a user who may do everything.</summary>
    public string AdminKubeconfig => server.Kubeconfig(admin, "simulated-" + Scenario);

    /// <summary>A kubeconfig of a user who may read everything but Secrets.</summary>
    public string ReadOnlyKubeconfig => server.Kubeconfig(reader, "simulated-" + Scenario);

    /// <summary>Plays the scenario's past, then starts to listen and to tick.</summary>
    /// <exception cref="ScenarioException">There is no such scenario, or its file has a fault.</exception>
    public static async Task<SimulatedCluster> StartAsync(SimulatedClusterOptions options, CancellationToken cancellationToken = default)
    {
        var played = Simulation.Start(options.Scenario, options.ScenarioDirectory, options.TimeProvider, options.Random ?? new Random(1));
        try
        {
            var everything = ApiUser.Admin("simulated-admin", Token());
            var reading = ApiUser.ReadOnly("simulated-reader", Token());
            var api = new ApiServerOptions { Port = options.Port, Tls = options.Tls, Users = [everything, reading] };
            var listening = await KubernetesApiServer.StartAsync(played.World.Store, api, options.Logger, cancellationToken);
            Log.Started(options.Logger, options.Scenario, listening.Address);
            return new SimulatedCluster(played, listening, everything, reading, options);
        }
        catch
        {
            played.Dispose();
            throw;
        }
    }

    /// <summary>Lets every controller look once.</summary>
    public void Tick() => simulation.Tick();

    /// <summary>Writes a kubeconfig that only its owner can read.</summary>
    public async Task WriteKubeconfigAsync(string path, bool readOnly = false, CancellationToken cancellationToken = default)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await file.WriteAsync(Encoding.UTF8.GetBytes(readOnly ? ReadOnlyKubeconfig : AdminKubeconfig), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await ticking;
        await server.DisposeAsync();
        simulation.Dispose();
        stopping.Dispose();
    }

    private async Task TickAsync(TimeSpan interval, TimeProvider clock)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                TickOnce();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.Stopped(logger, Scenario);
        }
    }

    /// <summary>The edge of the control loops: a fault is told and the next tick tries again.</summary>
    private void TickOnce()
    {
        try
        {
            simulation.Tick();
        }
        catch (Exception fault)
        {
            Log.TickFailed(logger, fault, Scenario);
        }
    }

    private static string Token() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static partial class Log
    {
        [LoggerMessage(9100, LogLevel.Information, "The simulated cluster plays {Scenario} at {Address}")]
        public static partial void Started(ILogger logger, string scenario, Uri address);

        [LoggerMessage(9101, LogLevel.Debug, "The simulated cluster that played {Scenario} stopped")]
        public static partial void Stopped(ILogger logger, string scenario);

        [LoggerMessage(9102, LogLevel.Error, "The controllers of {Scenario} failed and will try again")]
        public static partial void TickFailed(ILogger logger, Exception fault, string scenario);
    }
}
