using System.Net;
using System.Text;
using Bot.Simulator.Api.Access;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Simulator.Api;

/// <summary>The simulated cluster's API on loopback. It answers as a real API server does and keeps nothing but what the store holds.</summary>
public sealed partial class KubernetesApiServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ServerCertificates? certificates;
    private readonly AccessControl access;
    private readonly AnswerWriter writer = new(new ObjectIdentities(seed: 7));
    private readonly ApiDispatcher dispatcher;
    private readonly ILogger logger;

    private KubernetesApiServer(ObjectStore store, ApiServerOptions options, ILogger logger)
    {
        this.logger = logger;
        certificates = options.Tls ? new ServerCertificates() : null;
        access = new AccessControl(options.Users);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel(kestrel => Listen(kestrel, options.Port));
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        app = builder.Build();
        dispatcher = new ApiDispatcher(store, app.Lifetime.ApplicationStopping);
        app.Run(HandleAsync);
    }

    /// <summary>Where the API listens, for example <c>https://127.0.0.1:41234</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The certificate authority as PEM; null without TLS.</summary>
    public string? AuthorityPem => certificates?.AuthorityPem;

    /// <summary>Starts to listen.</summary>
    public static async Task<KubernetesApiServer> StartAsync(
        ObjectStore store,
        ApiServerOptions options,
        ILogger? logger = null,
        CancellationToken cancellationToken = default)
    {
        var server = new KubernetesApiServer(store, options, logger ?? NullLogger.Instance);
        await server.app.StartAsync(cancellationToken);
        server.Address = new Uri(server.app.Urls.First());
        return server;
    }

    /// <summary>A kubeconfig with which <paramref name="user"/> reaches this server.</summary>
    public string Kubeconfig(ApiUser user, string context = "simulated")
    {
        var authority = AuthorityPem is { } pem ? $"    certificate-authority-data: {Convert.ToBase64String(Encoding.ASCII.GetBytes(pem))}\n" : "";
        return $"""
            apiVersion: v1
            kind: Config
            current-context: {context}
            clusters:
            - name: {context}
              cluster:
                server: {Address.GetLeftPart(UriPartial.Authority)}
            {authority}contexts:
            - name: {context}
              context:
                cluster: {context}
                user: {user.Name}
            users:
            - name: {user.Name}
              user:
                token: {user.Token}

            """;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        certificates?.Dispose();
    }

    private void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null; // a watch may be silent for long, and a slow reader is no attack on loopback
        kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = certificates is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
            if (certificates is not null)
            {
                listen.UseHttps(certificates.Server);
            }
        });
    }

    private async Task HandleAsync(HttpContext context)
    {
        var user = access.Authenticate(context.Request);
        writer.Prepare(context, user);
        if (user is null)
        {
            await AnswerWriter.SendAsync(context, ApiAnswer.Refusal(AccessControl.Unauthorized()));
            return;
        }

        var request = ApiRequest.Read(context.Request);
        try
        {
            var answer = AccessControl.Judge(user, request) is { } refusal ? ApiAnswer.Refusal(refusal).With("X-Content-Type-Options", "nosniff") : await dispatcher.AnswerAsync(context, user, request);
            if (answer is not null)
            {
                await AnswerWriter.SendAsync(context, answer);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller hung up or the server stops: there is nobody left to answer.
            context.Abort();
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            Log.RequestFailed(logger, fault, context.Request.Method, request.Path);
            await AnswerWriter.SendAsync(context, ApiAnswer.Refusal(new StatusFailure(500, "InternalError", "Internal error occurred: " + fault.Message)));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(9000, LogLevel.Error, "The simulated API failed to answer {Method} {Path}")]
        public static partial void RequestFailed(ILogger logger, Exception fault, string method, string path);
    }
}
