using System.Collections.Frozen;
using System.Diagnostics;
using Bot.Core.Approval;
using Bot.Core.Clusters;
using Bot.Core.Commands;
using Bot.Core.Commands.Handlers;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;
using Bot.Core.Redaction;
using Bot.Core.Texts;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Kinds;
using Bot.Kubernetes.Observing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks.Reading;

/// <summary>What <c>/status</c> costs a running bot that holds snapshot and diagnosis already, and what each step before it allocated.</summary>
internal static class WarmStatus
{
    private const int Times = 100;
    private const int ColdOnes = 1;

    private static readonly FrozenSet<string> SystemNamespaces = FrozenSet.ToFrozenSet(["kube-system", "argocd", "external-secrets", "istio-system", "monitoring"]);

    public static async Task<int> RunAsync()
    {
        using var server = new ReplayServer(new SampleAnswers(), isPaced: false);
        var connection = new ClusterConnection { Server = new Uri(server.Start()), Source = "benchmark", Credentials = StaticCredentialSource.Token("bench") };
        using var client = new KubernetesClient(connection, TimeProvider.System, new Random(1), NullLogger<KubernetesClient>.Instance);
        var read = await Step("read", () => new SnapshotReader(client, TimeProvider.System).ReadOnceAsync("bench", KindTable.OfTheApi, ObservationScope.Default, CancellationToken.None));
        var snapshot = read.Value;
        var context = new DiagnosisContext(TimeProvider.System.GetUtcNow()) { SystemNamespaces = SystemNamespaces };
        var diagnosis = await Step("diagnose", () => Task.FromResult(new Diagnoser(NullLogger<Diagnoser>.Instance).Diagnose(snapshot, context)));
        var pictures = new HeldPictures(new ClusterPicture("bench", snapshot, diagnosis, context));
        var asked = new CommandContext { Actor = new Actor("console", "bench", "bench", null), Localizer = new Localizer(Language.En, TimeZoneInfo.Utc) };
        var handler = new StatusHandler(pictures, new EnvironmentDirectory([], SystemNamespaces), new Redactor());
        var before = server.Requests;
        foreach (var environment in new[] { "prod", "" })
        {
            var milliseconds = new List<double>();
            for (var time = 0; time < Times; time++)
            {
                var started = Stopwatch.GetTimestamp();
                var question = environment.Length == 0 ? asked : asked with { Options = asked.Options.Add("env", environment) };
                var answer = await handler.ExecuteAsync(question, CancellationToken.None);
                milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (answer.Outcome != CommandOutcome.Answered)
                {
                    throw new InvalidOperationException($"/status {environment} came to {answer.Outcome}.");
                }
            }

            var warm = milliseconds.Skip(ColdOnes).Order().ToArray();
            Console.WriteLine($"{$"/status {environment}",-14} median {warm[warm.Length / 2]:f2} ms, worst {warm[^1]:f2} ms, the very first {milliseconds[0]:f1} ms, over {snapshot.ObjectCount} objects");
        }

        Console.WriteLine($"requests to the API server meanwhile: {server.Requests - before}");
        return 0;
    }

    private static async Task<T> Step<T>(string name, Func<Task<T>> work)
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var started = Stopwatch.GetTimestamp();
        var result = await work();
        Console.WriteLine($"{name,-14} {Stopwatch.GetElapsedTime(started).TotalMilliseconds:f0} ms, allocated {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:f1} MB, alive {GC.GetTotalMemory(forceFullCollection: true) / 1e6:f1} MB with the answers of the server");
        return result;
    }

    private sealed class HeldPictures(ClusterPicture picture) : IClusterPictures
    {
        public Task<IReadOnlyList<ClusterPicture>> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ClusterPicture>>([picture]);
    }
}
