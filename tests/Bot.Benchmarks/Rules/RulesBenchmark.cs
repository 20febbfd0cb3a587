using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks.Rules;

/// <summary>
/// All rules over a large cluster on one thread: from a snapshot that nobody has looked at to the ordered diagnosis, indexes included. Then the same after one
/// object changed, and which rules take longest.
/// </summary>
internal static class RulesBenchmark
{
    private const int Rounds = 15;
    private const int Shown = 20;

    public static int Run()
    {
        var cluster = new SampleCluster();
        var context = new DiagnosisContext(SampleCluster.Now);
        var objects = cluster.Lists.Values.Sum(list => list.Length);
        var whole = new Diagnoser(RuleCatalogue.All, NullLogger<Diagnoser>.Instance);
        ClusterDiagnosis? diagnosis = null;
        var (full, allocated) = Measure(() => diagnosis = whole.Diagnose(cluster.Snapshot(), context));
        Console.WriteLine($"{SampleCluster.Applications} Applications, {SampleCluster.Applications * SampleCluster.PodsOfOne} pods, {objects} objects, {RuleCatalogue.All.Length} rules: {diagnosis!.Findings.Length} findings, {diagnosis.Roots.Count()} roots, {diagnosis.FailedRules.Length} failed rules");
        Console.WriteLine($"whole diagnosis      {full,8:0.0} ms  {allocated / 1048576.0,7:0.0} MiB");

        var kept = new Diagnoser(RuleCatalogue.All, NullLogger<Diagnoser>.Instance);
        kept.Diagnose(cluster.Snapshot(), context);
        var index = 0;
        var (one, oneAllocated) = Measure(() =>
        {
            cluster.Touch(index += 7);
            kept.Diagnose(cluster.Snapshot(), context);
        });
        Console.WriteLine($"one pod changed      {one,8:0.0} ms  {oneAllocated / 1048576.0,7:0.0} MiB");
        Indexes(cluster);
        Slowest(cluster, context);
        return 0;
    }

    private static void Indexes(SampleCluster cluster)
    {
        var snapshot = cluster.Snapshot();
        var first = snapshot.All<Pod>().First();
        var service = snapshot.All<Service>().First();
        Line("index: by reference", () => snapshot.Find(first.Ref));
        Line("index: owners of pods", () => snapshot.Pods.OwnedBy(first.Ref));
        Line("index: pods by node", () => snapshot.Pods.On("node-1"));
        Line("index: behind Services", () => snapshot.Pods.Behind(service));
        Line("index: endpoints", () => snapshot.Pods.ReadyEndpoints(service.Ref));
        Line("index: events", () => snapshot.Events.Recent(first, SampleCluster.Now, TimeSpan.FromHours(1)).Count());
        Line("index: applications", () => snapshot.Applications.Managing(first.Ref).Count());
        Line("index: odd objects", () => snapshot.Odd.Length);
    }

    private static void Line(string name, Func<object?> act)
    {
        var start = Stopwatch.GetTimestamp();
        _ = act();
        Console.WriteLine($"{name,-26} {Stopwatch.GetElapsedTime(start).TotalMilliseconds,6:0.0} ms");
    }

    private static void Slowest(SampleCluster cluster, DiagnosisContext context)
    {
        var times = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var snapshot = cluster.Snapshot();
            Warm(snapshot);
            foreach (var rule in RuleCatalogue.All)
            {
                var start = Stopwatch.GetTimestamp();
                _ = rule.Evaluate(snapshot, context).Count();
                (times.TryGetValue(rule.Descriptor.Id, out var list) ? list : times[rule.Descriptor.Id] = []).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Console.WriteLine($"all rules, indexes warm {times.Values.Sum(Median),8:0.0} ms");
        foreach (var (rule, list) in times.OrderByDescending(pair => Median(pair.Value)).Take(Shown))
        {
            Console.WriteLine($"  {rule,-40} {Median(list),8:0.00} ms");
        }
    }

    private static void Warm(ClusterSnapshot snapshot)
    {
        var pod = snapshot.All<Pod>().First();
        _ = snapshot.Find(pod.Ref);
        _ = snapshot.Pods.OwnedBy(pod.Ref);
        _ = snapshot.Pods.Behind(snapshot.All<Service>().First());
        _ = snapshot.Events.Recent(pod, SampleCluster.Now, TimeSpan.FromHours(1)).Count();
        _ = snapshot.Applications.Managing(pod.Ref).Count();
    }

    private static (double Milliseconds, long Allocated) Measure(Action act)
    {
        var times = new List<double>();
        var sizes = new List<long>();
        for (var round = 0; round < Rounds + 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            act();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            sizes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (Median([.. times.Skip(3)]), sizes.Skip(3).Order().ElementAt(Rounds / 2));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
