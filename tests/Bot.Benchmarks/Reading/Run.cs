using System.Diagnostics;

namespace Bot.Benchmarks.Reading;

/// <summary>One measured process: wall time from start to exit, and its peak of resident memory.</summary>
internal sealed record Run(double Seconds, double PeakMegabytes)
{
    /// <summary>Runs a command line through GNU time, which alone sees the peak of a process that is gone.</summary>
    public static async Task<Run> OfAsync(string commandLine)
    {
        var start = new ProcessStartInfo("/usr/bin/env") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "time", "-f", "peak-kilobytes %M", "sh", "-c", $"exec {commandLine}" })
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"Not started: {commandLine}");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        var peak = error.Split('\n').LastOrDefault(line => line.StartsWith("peak-kilobytes ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{commandLine}: {error}");
        return process.ExitCode <= 2
            ? new Run(seconds, double.Parse(peak.Split(' ')[1]) / 1024)
            : throw new InvalidOperationException($"{commandLine} ended with {process.ExitCode}: {error}");
    }
}
