using System.Collections.Concurrent;
using System.Net;
using Bot.Clusters;
using Bot.CommandLine;
using Bot.Configuration;
using Bot.Core.Approval;
using Bot.Core.Texts;
using Bot.Hosting.Endpoints;
using Bot.Simulator;
using Bot.Storage.Sqlite;
using Bot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Hosting;

/// <summary>The running bot: watches, answers, acts, until it is told to stop. Says its address in one line on stdout; logs go to stderr.</summary>
public static class BotServer
{
    public static async Task<int> RunAsync(Invocation invocation, string dataDirectory, SimulatedCluster? demo, CancellationToken cancellationToken)
    {
        var options = invocation.Configuration.Options;
        if (options.Clusters.Count == 0)
        {
            return Answer.Fail(invocation, ExitCode.Usage, new TextKey("cli.serve.no-cluster"));
        }

        if (CheckClusters(invocation, options) is { } unusable)
        {
            return unusable;
        }

        var console = options.Console.Enabled ? new Uri(options.Console.Url) : null;
        var consolePort = console is null ? 0 : PortOf(invocation, console, demo is not null);
        var listen = demo is null ? new Uri(options.Listen.Url) : null;
        await using var app = Build(invocation, dataDirectory, demo is not null, console, consolePort, listen);
        app.Services.GetRequiredService<SqliteDatabase>();
        app.Services.GetRequiredService<BotMetrics>();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            return Answer.Fail(invocation, ExitCode.Refused, new TextKey("cli.serve.address-taken").With("url", $"{console} {listen}".Trim()).With("message", fault.Message));
        }

        var url = console is not null ? $"http://{(console.Host == "localhost" ? "localhost" : console.Host)}:{ActualPort(app, console, consolePort)}" : listen!.ToString();
        new RunFile(Environment.ProcessId, url, demo?.AdminKubeconfig, demo?.Scenario).Write(dataDirectory);
        await invocation.Terminal.Out.WriteLineAsync(invocation.Localizer.Text(console is null
            ? new TextKey("cli.serve.no-console").With("url", url)
            : new TextKey("cli.serve.console").With("demo", demo is null ? "" : new TextKey("cli.serve.demo")).With("url", url)));
        await invocation.Terminal.Out.FlushAsync(CancellationToken.None);
        var left = new ConcurrentDictionary<string, ApprovalRequest>(StringComparer.Ordinal);
        using (app.Services.GetRequiredService<IApprovalDesk>().Subscribe(request => Remember(left, request, cancellationToken)))
        {
            await app.WaitForShutdownAsync(cancellationToken);
        }

        if (!cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Good;
        }

        TellInterrupted(invocation, left.Values);
        return ExitCode.Interrupted;
    }

    private static void Remember(ConcurrentDictionary<string, ApprovalRequest> left, ApprovalRequest request, CancellationToken interrupted)
    {
        if (interrupted.IsCancellationRequested && request.IsFinal)
        {
            left[request.Id] = request;
        }
    }

    // Whoever pressed Ctrl-C learns how far the plans came that were under way.
    private static void TellInterrupted(Invocation invocation, IEnumerable<ApprovalRequest> ended)
    {
        invocation.Terminal.Note(invocation.Localizer, new TextKey("cli.interrupted"));
        foreach (var request in ended.OrderBy(request => request.EndedAt))
        {
            invocation.Terminal.Note(invocation.Localizer, new TextKey("cli.interrupted.plan")
                .With("title", request.Plan.Title)
                .With("outcome", request.Outcome ?? new TextKey($"card.request.state.{request.State}"))
                .With("id", request.Id));
        }
    }

    private static WebApplication Build(Invocation invocation, string dataDirectory, bool isDemo, Uri? console, int consolePort, Uri? listen)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ApplicationName = "Bot", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddErrorLog();
        builder.Logging.SetMinimumLevel(isDemo ? LogLevel.Warning : LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddBot(invocation.Configuration, dataDirectory, isDemo, invocation.Clock);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var (url, port) in new[] { (console, consolePort), (listen, listen?.Port ?? 0) })
            {
                if (url is not null)
                {
                    kestrel.Listen(Addresses.HostOf(url), port);
                }
            }
        });

        var app = builder.Build();

        // Two doors: what is for machines is not served at the console's address, and the console at no other than its own.
        app.UseWhen(context => listen is not null && context.Connection.LocalPort == listen.Port && console?.Port != listen.Port, own => own.Use((context, next) => IsForMachines(context) ? next(context) : NotFound(context)));
        app.UseRouting();
        app.MapHealth();
        if (console is not null)
        {
            app.MapBotConsole();
            app.MapCommandApi();
        }

        return app;
    }

    private static bool IsForMachines(HttpContext context) => context.Request.Path.Value is "/healthz" or "/readyz" or "/metrics";

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // The demo steps aside; a configured address is what people and probes rely on, so it is never changed silently.
    private static int PortOf(Invocation invocation, Uri console, bool isDemo)
    {
        if (!isDemo)
        {
            return console.Port;
        }

        var port = Addresses.NextFree(Addresses.HostOf(console), console.Port);
        if (port != console.Port)
        {
            invocation.Terminal.Note(invocation.Localizer, new TextKey("cli.serve.port-taken").With("port", console.Port).With("next", port));
        }

        return port;
    }

    private static int ActualPort(WebApplication app, Uri console, int asked) =>
        asked != 0 ? asked : app.Urls.Select(url => new Uri(url)).First(url => url.Host == Addresses.HostOf(console).ToString()).Port;

    private static int? CheckClusters(Invocation invocation, BotOptions options)
    {
        var door = new ClusterDoor(invocation.Clock, NullLoggerFactory.Instance, allowPrompts: false);
        int? exit = null;
        foreach (var (name, cluster) in options.Clusters)
        {
            if (door.Find(cluster) is { IsSuccess: false } fault)
            {
                invocation.Terminal.Note(invocation.Localizer, new TextKey("cli.configuration-fault").With("path", $"Bot:Clusters:{name}").With("problem", fault.Failure.Text));
                exit = ExitCode.Usage;
            }
        }

        return exit;
    }
}
