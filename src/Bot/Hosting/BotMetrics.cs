using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Bot.Clusters;
using Bot.Core.Approval;
using Bot.Core.Diagnosis;

namespace Bot.Hosting;

/// <summary>What <c>/metrics</c> shows, in the Prometheus text form.</summary>
public sealed class BotMetrics : IDisposable
{
    private readonly Meter meter = new("Bot");
    private readonly Counter<long> requests;
    private readonly ObservedClusters clusters;
    private readonly TimeProvider clock;
    private readonly IDisposable subscription;
    private readonly MeterListener listener = new();
    private readonly Dictionary<string, long> counted = new(StringComparer.Ordinal);

    public BotMetrics(ObservedClusters clusters, IApprovalDesk desk, TimeProvider clock)
    {
        this.clusters = clusters;
        this.clock = clock;
        requests = meter.CreateCounter<long>("bot_request_changes_total");
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter == meter)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, amount, tags, _) => Count(tags, amount));
        listener.Start();
        subscription = desk.Subscribe(request => requests.Add(1, KeyValuePair.Create<string, object?>("state", request.State.ToString().ToLowerInvariant())));
    }

    public string Text()
    {
        var text = new StringBuilder();
        Head(text, "bot_up", "gauge", "1 while the bot runs.");
        text.Append("bot_up 1\n");
        Head(text, "bot_snapshot_age_seconds", "gauge", "Age of the picture of a cluster.");
        foreach (var cluster in clusters.All.Where(cluster => cluster.Current?.Snapshot is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"bot_snapshot_age_seconds{{cluster=\"{cluster.Name}\"}} {(clock.GetUtcNow() - cluster.Current!.Snapshot!.TakenAt).TotalSeconds:0.###}\n");
        }

        Head(text, "bot_findings", "gauge", "Findings of the newest diagnosis.");
        foreach (var cluster in clusters.All.Where(cluster => cluster.Current?.Diagnosis is not null))
        {
            foreach (var severity in Enum.GetValues<Severity>())
            {
                text.Append(CultureInfo.InvariantCulture, $"bot_findings{{cluster=\"{cluster.Name}\",severity=\"{severity.ToString().ToLowerInvariant()}\"}} {cluster.Current!.Diagnosis!.Count(severity)}\n");
            }
        }

        Head(text, "bot_request_changes_total", "counter", "Changes of approval requests, by the state they led to.");
        lock (counted)
        {
            foreach (var (state, count) in counted.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"bot_request_changes_total{{state=\"{state}\"}} {count}\n");
            }
        }

        return text.ToString();
    }

    public void Dispose()
    {
        subscription.Dispose();
        listener.Dispose();
        meter.Dispose();
    }

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags, long amount)
    {
        var state = tags.Length > 0 ? tags[0].Value as string ?? "" : "";
        lock (counted)
        {
            counted[state] = counted.GetValueOrDefault(state) + amount;
        }
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n').Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
}
