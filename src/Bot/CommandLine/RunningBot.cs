using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Hosting;
using Bot.Hosting.Endpoints;

namespace Bot.CommandLine;

/// <summary>Sends acting commands to the running bot, with the caller's personal token. Nothing is ever done to a cluster from this process.</summary>
public static class RunningBot
{
    public static async Task<int> SendAsync(Invocation invocation, string line, CancellationToken cancellationToken)
    {
        if (RunFile.Find(invocation.DataDirectory) is not { } bot)
        {
            return Answer.Fail(invocation, ExitCode.Refused, new TextKey("cli.act.no-bot").With("folder", invocation.DataDirectory));
        }

        if (invocation.Token is not { } token)
        {
            return Answer.Fail(invocation, ExitCode.Refused, new TextKey("cli.act.no-token").With("url", bot.Url));
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(bot.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await client.PostAsJsonAsync(CommandApi.Path, new CommandRequest(line, invocation.Language == Language.Ko ? "ko" : "en"), CommandTransport.Json, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                return Answer.Fail(invocation, ExitCode.Refused, new TextKey("cli.act.bad-token").With("url", bot.Url));
            }

            response.EnsureSuccessStatusCode();
            var result = await response.Content.ReadFromJsonAsync<CommandResult>(CommandTransport.Json, cancellationToken);
            return CatalogueAnswer.Print(invocation, result!);
        }
        catch (HttpRequestException fault)
        {
            return Answer.Fail(invocation, ExitCode.Unreachable, new TextKey("cli.act.unreachable").With("url", bot.Url).With("message", fault.Message));
        }
    }
}
