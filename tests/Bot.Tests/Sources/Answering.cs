using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Sources;

/// <summary>A server on loopback that answers as a test says.</summary>
internal sealed class Answering : IAsyncDisposable
{
    private readonly WebApplication application;

    private Answering(WebApplication application) => this.application = application;

    public ConcurrentQueue<string> Asked { get; } = [];

    public Uri Url => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<Answering> WithAsync(Func<HttpContext, Task> answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var built = builder.Build();
        var server = new Answering(built);
        built.Run(async context =>
        {
            server.Asked.Enqueue($"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Authorization}");
            await answer(context);
        });
        await built.StartAsync();
        return server;
    }

    public static Task<Answering> WithAsync(int status, string body = "") => WithAsync(async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
