using System.Globalization;

namespace Bot.Benchmarks.Reading;

/// <summary>
/// Measures, interleaved in one run: curl of the two JSON lists one after the other (the floor), <c>kubectl get --raw</c> of the same,
/// reading everything into a snapshot, and any command given with <c>--command</c> in which <c>{url}</c> and <c>{kubeconfig}</c> are filled in.
/// </summary>
internal sealed class ReadingBenchmark(string[] arguments)
{
    private const string PodsPath = "/api/v1/pods";
    private const string ApplicationsPath = "/apis/argoproj.io/v1alpha1/applications";

    public async Task<int> RunAsync()
    {
        var rounds = int.Parse(Option("--rounds") ?? "5", CultureInfo.InvariantCulture);
        var answers = new SampleAnswers();
        var isPaced = !arguments.Contains("--unpaced");
        using var server = new ReplayServer(answers, isPaced);
        var url = server.Start();
        var kubeconfig = Path.Combine(Directory.CreateTempSubdirectory("bench").FullName, "config");
        await File.WriteAllTextAsync(kubeconfig, Kubeconfig(url));
        Console.WriteLine($"{url}, {(isPaced ? SampleAnswers.Pace : "unpaced, as fast as loopback goes")}: {answers.Sizes}");
        var measured = Commands(url, kubeconfig).Select(command => (command.Name, command.Lines, Runs: new List<Run>())).ToList();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (_, lines, runs) in measured)
            {
                var parts = new List<Run>();
                foreach (var line in lines)
                {
                    parts.Add(await Run.OfAsync(line));
                }

                runs.Add(new Run(parts.Sum(part => part.Seconds), parts.Max(part => part.PeakMegabytes)));
            }
        }

        Print(measured);
        return 0;
    }

    private static void Print(List<(string Name, string[] Lines, List<Run> Runs)> measured)
    {
        var floor = Median(measured[0].Runs.Select(run => run.Seconds));
        Console.WriteLine($"{"",-44} {"median s",9} {"min-max",13} {"x curl",7} {"peak MB",8}");
        foreach (var (name, _, runs) in measured)
        {
            var seconds = Median(runs.Select(run => run.Seconds));
            Console.WriteLine($"{name,-44} {seconds,9:f2} {$"{runs.Min(run => run.Seconds):f2}-{runs.Max(run => run.Seconds):f2}",13} {seconds / floor,7:f2} {runs.Max(run => run.PeakMegabytes),8:f0}");
        }
    }

    private IEnumerable<(string Name, string[] Lines)> Commands(string url, string kubeconfig)
    {
        yield return ("curl, pods then Applications as JSON", [$"curl -s -o /dev/null {url}{PodsPath}", $"curl -s -o /dev/null {url}{ApplicationsPath}"]);
        yield return ("curl, pods alone", [$"curl -s -o /dev/null {url}{PodsPath}"]);
        if (File.Exists("/usr/bin/kubectl") || File.Exists("/usr/local/bin/kubectl"))
        {
            yield return ("kubectl get --raw, the same two", [$"kubectl --kubeconfig {kubeconfig} get --raw {PodsPath}", $"kubectl --kubeconfig {kubeconfig} get --raw {ApplicationsPath}"]);
        }

        yield return ("all kinds into a snapshot (this program)", [$"dotnet {typeof(ReadingBenchmark).Assembly.Location} read {url}"]);
        if (Option("--command") is { } command)
        {
            yield return (command.Length > 40 ? command[..37] + "..." : command, [command.Replace("{url}", url, StringComparison.Ordinal).Replace("{kubeconfig}", kubeconfig, StringComparison.Ordinal)]);
        }
    }

    private string? Option(string name) => Array.IndexOf(arguments, name) is var index and >= 0 && index + 1 < arguments.Length ? arguments[index + 1] : null;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Kubeconfig(string url) => $$$$"""
        {"apiVersion": "v1", "kind": "Config", "current-context": "bench",
         "clusters": [{"name": "bench", "cluster": {"server": "{{{{url}}}}"}}],
         "users": [{"name": "bench", "user": {"token": "bench"}}],
         "contexts": [{"name": "bench", "context": {"cluster": "bench", "user": "bench"}}]}
        """;
}
