using System.Diagnostics;
using Bot.Testing;

namespace Bot.EndToEnd.Tests.Deploy;

/// <summary>There is no container engine where this is built: so every path that the Dockerfile copies must exist, and the command that it runs must work.</summary>
public sealed class DockerfileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SharedFiles.RepositoryRoot, "deploy", "Dockerfile"));

    [Fact]
    public void Every_copied_path_exists()
    {
        var copied = Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1]);

        copied.ShouldAllBe(path => Path.Exists(Path.Combine(SharedFiles.RepositoryRoot, path)));
    }

    [Fact]
    public async Task Its_publish_command_makes_a_program_that_starts()
    {
        var folder = Directory.CreateTempSubdirectory("gitops-bot-publish");
        try
        {
            var command = Lines.Single(line => line.StartsWith("RUN dotnet publish", StringComparison.Ordinal))["RUN dotnet ".Length..].Replace("--output /app", $"--output {folder.FullName}/app", StringComparison.Ordinal);
            var published = await RunAsync("dotnet", command + $" --artifacts-path {folder.FullName}/artifacts -v quiet -nologo");
            published.ExitCode.ShouldBe(0, published.Output);

            var entry = Lines.Single(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal));
            entry.ShouldContain("Bot.dll");
            var started = await RunAsync("dotnet", Path.Combine(folder.FullName, "app", "Bot.dll") + " --help");
            started.ExitCode.ShouldBe(0, started.Output);
            File.Exists(Path.Combine(folder.FullName, "app", "appsettings.json")).ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = SharedFiles.RepositoryRoot, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
