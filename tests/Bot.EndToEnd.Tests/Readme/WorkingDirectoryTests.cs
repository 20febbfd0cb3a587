using System.Diagnostics;
using Bot.Testing;

namespace Bot.EndToEnd.Tests.Readme;

/// <summary>The README's commands are typed from where one stands: a file named on them is meant from there.</summary>
public sealed class WorkingDirectoryTests
{
    [Fact]
    public async Task Dotnet_run_reads_a_file_from_the_folder_in_which_it_was_typed()
    {
        var folder = Directory.CreateTempSubdirectory("gitops-bot-stand");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "pod.yaml"), "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x}\n");
            var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "--project", Path.Combine(SharedFiles.RepositoryRoot, "src", "Bot"), "--", "diagnose", "--from", "pod.yaml"])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            process.ExitCode.ShouldBe(0, await output + await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
