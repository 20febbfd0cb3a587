using System.Net;
using System.Text.RegularExpressions;
using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Commands;
using Bot.Core.Redaction;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Web.Tests;

/// <summary>The console on a loopback port with fakes of our own ports behind it, and a browser without script.</summary>
internal sealed class RunningConsole : IAsyncDisposable
{
    private readonly WebApplication application;

    private RunningConsole(WebApplication application, FakeDesk desk, HttpClient browser)
    {
        this.application = application;
        Desk = desk;
        Browser = browser;
    }

    public FakeDesk Desk { get; }

    public HttpClient Browser { get; }

    public IHostApplicationLifetime Lifetime => application.Lifetime;

    public static Person Mina { get; } = new("mina", "Mina", ["ops"]);

    public static Person Jun { get; } = new("jun", "Jun", ["ops"]);

    public static async Task<RunningConsole> StartAsync(ConsoleSettings? settings = null)
    {
        var desk = new FakeDesk();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddBotConsole(settings ?? new ConsoleSettings { IsDemo = true, Personas = [Mina, Jun] });
        builder.Services.AddSingleton<IApprovalDesk>(desk);
        builder.Services.AddSingleton<IAuditLog>(new FakeAuditLog());
        builder.Services.AddSingleton<IRedactor>(new Redactor());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new CommandDispatcher([new EchoHandler()], [], new Redactor(), new CorrelationIds(), NullLogger<CommandDispatcher>.Instance));
        var running = builder.Build();
        running.MapBotConsole();
        await running.StartAsync();
        var address = running.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseCookies = true }) { BaseAddress = new Uri(address) };
        return new RunningConsole(running, desk, browser);
    }

    /// <summary>Posts a form as the page would, with the token that the page bears.</summary>
    public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await Browser.GetStringAsync("/");
        var token = Regex.Match(page, "name=\"form-token\" value=\"(?<token>[0-9a-f]{32})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        token.Length.ShouldBe(32);
        using var form = new FormUrlEncodedContent(fields.Append(("form-token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await Browser.PostAsync(path, form);
        return await answer.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await application.DisposeAsync();
    }
}
