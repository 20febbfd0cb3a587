using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Bot.Kubernetes.Client.Authentication;

/// <summary>Runs a credential plugin once and takes its standard output.</summary>
internal sealed class ExecRunner(TimeProvider clock, bool hasTerminal)
{
    private const int KeptOfStandardError = 600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceWithPeople = TimeSpan.FromMinutes(5);

    public async Task<ApiResult<string>> RunAsync(ExecPlugin plugin, CancellationToken cancellationToken)
    {
        var prompts = hasTerminal && plugin.Prompts != ExecPrompts.Never;
        if (plugin.Prompts == ExecPrompts.Always && !prompts)
        {
            return ExecFailures.NeedsTerminal(plugin);
        }

        if (ExecutableSearch.Find(plugin.Command, Environment.GetEnvironmentVariable("PATH")) is not { } file)
        {
            return ExecFailures.Missing(plugin);
        }

        using var process = new Process { StartInfo = Describe(plugin, file, prompts) };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            return ExecFailures.NotStarted(plugin, problem.Message);
        }

        return await ReadAsync(plugin, process, prompts, cancellationToken);
    }

    private async Task<ApiResult<string>> ReadAsync(ExecPlugin plugin, Process process, bool prompts, CancellationToken cancellationToken)
    {
        var limit = prompts ? PatienceWithPeople : Patience;
        using var timeout = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            if (!prompts)
            {
                process.StandardInput.Close();
            }

            var errors = prompts ? Task.FromResult("") : process.StandardError.ReadToEndAsync(both.Token);
            var output = await process.StandardOutput.ReadToEndAsync(both.Token);
            var said = (await errors).Trim();
            await process.WaitForExitAsync(both.Token);
            return process.ExitCode == 0
                ? output
                : ExecFailures.Exited(plugin, process.ExitCode, said.Length > KeptOfStandardError ? said[^KeptOfStandardError..] : said);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return ExecFailures.TooSlow(plugin, limit);
        }
    }

    private static ProcessStartInfo Describe(ExecPlugin plugin, string file, bool prompts)
    {
        var start = new ProcessStartInfo(file, plugin.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = !prompts,
            RedirectStandardOutput = true,
            RedirectStandardError = !prompts,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in plugin.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["KUBERNETES_EXEC_INFO"] = Info(plugin, prompts);
        return start;
    }

    private static string Info(ExecPlugin plugin, bool prompts)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kind", "ExecCredential");
            json.WriteString("apiVersion", plugin.ApiVersion);
            json.WriteStartObject("spec");
            json.WriteBoolean("interactive", prompts);
            if (plugin.ClusterJson is not null)
            {
                json.WritePropertyName("cluster");
                json.WriteRawValue(plugin.ClusterJson);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
