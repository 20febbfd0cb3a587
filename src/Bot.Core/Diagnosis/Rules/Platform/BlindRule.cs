using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>What the bot itself cannot see: kinds that it may not read, a watch that broke, a clock that differs, objects that it cannot make sense of. Never silent about its own limits.</summary>
internal sealed class BlindRule : IDiagnosticRule
{
    private const int MostEvidence = 5;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.BotBlind, Severity.Info.To(Severity.Warning), []);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var stale = Stale(snapshot, context).ToList();
        var forbidden = Forbidden(snapshot).ToList();
        var skew = Skew(snapshot, context).ToList();
        var odd = Odd(snapshot).ToList();
        if (stale.Count + forbidden.Count + skew.Count + odd.Count == 0)
        {
            yield break;
        }

        // One picture, one finding: what hurts most gives it its words, the rest stands under evidence.
        var all = snapshot.Readings.Values.Count(reading => reading.State is ReadingState.Read or ReadingState.Failed);
        var (variant, worst) = stale.Count > 0 ? (stale.Count >= all ? "dark" : "stale", stale) : forbidden.Count > 0 ? ("forbidden", forbidden) : skew.Count > 0 ? ("skew", skew) : ("odd", odd);
        yield return new Finding
        {
            Rule = Descriptor.Id,
            Severity = variant == "odd" ? Severity.Info : Severity.Warning,
            Subject = new ObjectRef("Cluster", "", snapshot.Cluster.Length > 0 ? snapshot.Cluster : "input"),
            Variant = variant,
            Since = worst.Min(found => found.Since),
            Facts = ImmutableDictionary.CreateRange<string, object>([new("kinds", worst.Count), new("first", worst[0].Kind.Kind), new("skew", worst[0].Words)]),
            Evidence = [.. worst.Concat(stale).Concat(forbidden).Concat(skew).Concat(odd).Distinct().Take(MostEvidence).Select(found => new Evidence(found.Kind, found.Field, found.Words) { At = found.Since })],
            Command = variant switch
            {
                "forbidden" => $"kubectl auth can-i {worst[0].Words}",
                "odd" => null,
                "skew" => "date -u",
                _ => "kubectl get --raw /readyz",
            },
        };
    }

    private static IEnumerable<Blindness> Stale(ClusterSnapshot snapshot, DiagnosisContext context) => Readings(snapshot)
        .Where(reading => reading.State == ReadingState.Failed
            || (reading is { State: ReadingState.Read, Gap: not null, SeenAt: { } seen } && context.Now - seen > context.Thresholds.Platform.Stale))
        .Select(reading => new Blindness(Named(reading), "watch", reading.Gap ?? "no answer", reading.SeenAt));

    // The default rights leave Secrets out on purpose: their metadata cannot be granted without their data.
    private static IEnumerable<Blindness> Forbidden(ClusterSnapshot snapshot) => Readings(snapshot)
        .Where(reading => reading.State == ReadingState.Forbidden && reading.Kind != "Secret")
        .Select(reading => new Blindness(Named(reading), "403", reading.Gap ?? "list", null));

    /// <summary>The server writes creation times: one to come shows how far the clocks are apart. What is very far away is a broken object instead.</summary>
    private static IEnumerable<Blindness> Skew(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        ClusterObject? newest = null;
        foreach (var item in snapshot.Everything)
        {
            if (item.Metadata.CreatedAt is { } created && created - context.Now > context.Thresholds.Platform.ClockSkew && !(newest?.Metadata.CreatedAt >= created))
            {
                newest = item;
            }
        }

        if (newest?.Metadata.CreatedAt is { } ahead && !snapshot.Odd.Any(found => found.Object == newest.Ref))
        {
            yield return new Blindness(newest.Ref, "metadata.creationTimestamp", string.Create(CultureInfo.InvariantCulture, $"{(ahead - context.Now).TotalSeconds:0} s"), ahead);
        }
    }

    private static IEnumerable<Blindness> Odd(ClusterSnapshot snapshot) =>
        snapshot.Odd.Select(found => new Blindness(found.Object, found.Fields.Length > 0 ? found.Fields[0].Path : "object", found.Fields.Length > 0 ? found.Fields[0].Found : "", null));

    private static IEnumerable<KindReading> Readings(ClusterSnapshot snapshot) => snapshot.Readings.Values.OrderBy(reading => reading.Kind, StringComparer.Ordinal);

    private static ObjectRef Named(KindReading reading) => new(reading.Kind, "", "*");
}
