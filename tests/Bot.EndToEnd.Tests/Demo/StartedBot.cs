using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Bot.EndToEnd.Tests.Demo;

/// <summary>The built program as a process of its own, with a data directory of its own.</summary>
internal sealed class StartedBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder error = new();
    private readonly DirectoryInfo folder;
    private bool handedOn;

    private StartedBot(Process process, DirectoryInfo folder)
    {
        this.process = process;
        this.folder = folder;
    }

    public string Folder => folder.FullName;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Error => error.ToString();

    public static Task<StartedBot> ServeAsync(params string[] options) => ServeAsync(Directory.CreateTempSubdirectory("bot-e2e-"), options);

    /// <summary>Starts it anew over the data directory that the ended one left behind, which then belongs to the new one.</summary>
    public Task<StartedBot> RestartAsync()
    {
        handedOn = true;
        return ServeAsync(folder, []);
    }

    /// <summary>Presses Ctrl-C: the exit status, and what was said on stdout after the address.</summary>
    public async Task<(int Exit, string Out)> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        var rest = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, rest);
    }

    private static async Task<StartedBot> ServeAsync(DirectoryInfo place, string[] options)
    {
        var started = Start(place.FullName, ["serve", "--demo", "--data", Path.Combine(place.FullName, "data"), .. options]);
        var bot = new StartedBot(started, place);
        started.ErrorDataReceived += (_, line) => bot.error.AppendLine(line.Data);
        started.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        var line = await started.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The bot ended: " + bot.Error);
        bot.Address = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim());
        return bot;
    }

    /// <summary>A command of its own process beside this bot.</summary>
    public Task<(int Exit, string Out, string Error)> CallAsync(params string[] arguments) => RunAsync(Folder, [.. arguments, "--data", Path.Combine(Folder, "data")]);

    /// <summary>A command of its own process that needs no running bot.</summary>
    public static async Task<(int Exit, string Out, string Error)> RunAsync(string workingFolder, params string[] arguments)
    {
        using var call = Start(workingFolder, arguments);
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        var output = call.StandardOutput.ReadToEndAsync(limit.Token);
        var fault = call.StandardError.ReadToEndAsync(limit.Token);
        await call.WaitForExitAsync(limit.Token);
        return (call.ExitCode, await output, await fault);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        if (!handedOn)
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string workingFolder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = workingFolder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments.Prepend(typeof(CommandLine.BotCommandLine).Assembly.Location))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in new[] { "DOTNET_RUNNING_IN_CONTAINER", "KUBERNETES_SERVICE_HOST", "BOT_CONFIG", "BOT_TOKEN" })
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }
}
