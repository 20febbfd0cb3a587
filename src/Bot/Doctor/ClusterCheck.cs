using Bot.Clusters;
using Bot.Configuration;
using Bot.Core.Clusters;
using Bot.Core.Doctor;
using Bot.Core.Texts;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Kinds;
using Bot.Kubernetes.Observing;

namespace Bot.Doctor;

/// <summary>Can each cluster be reached and logged in to, and which kinds may be read there?</summary>
public sealed class ClusterCheck(LoadedConfiguration configuration, ClusterDoor door, TimeProvider clock) : IDoctorCheck
{
    public string Id => "cluster";

    public async Task<IReadOnlyList<DoctorResult>> RunAsync(CancellationToken cancellationToken)
    {
        if (configuration.Options.Clusters.Count == 0)
        {
            return [new DoctorResult(Id, DoctorStatus.Note, new TextKey("doctor.cluster.none"))];
        }

        var results = new List<DoctorResult>();
        foreach (var (name, options) in configuration.Options.Clusters)
        {
            results.AddRange(await CheckAsync(name, options, cancellationToken));
        }

        return results;
    }

    private async Task<IEnumerable<DoctorResult>> CheckAsync(string name, ClusterOptions options, CancellationToken cancellationToken)
    {
        var id = $"{Id}.{name}";
        var found = door.Find(options);
        if (!found.IsSuccess)
        {
            return [new DoctorResult(id, DoctorStatus.Bad, found.Failure.Text)];
        }

        using var client = door.Open(found.Value);
        var version = await client.GetVersionAsync(cancellationToken);
        if (!version.IsSuccess)
        {
            return [new DoctorResult(id, DoctorStatus.Bad, version.Failure.Text)];
        }

        var read = await new SnapshotReader(client, clock).ReadOnceAsync(name, KindTable.OfTheApi, new ObservationScope([], options.ArgoCdNamespace), cancellationToken);
        if (!read.IsSuccess)
        {
            return [new DoctorResult(id, DoctorStatus.Bad, read.Failure.Text)];
        }

        var readings = read.Value.Readings.Values.OrderBy(reading => reading.Kind, StringComparer.Ordinal).ToArray();
        var gaps = readings.Where(reading => reading.State is ReadingState.Forbidden or ReadingState.Failed).ToArray();
        var good = new DoctorResult(id, DoctorStatus.Good, new TextKey("doctor.cluster.good")
            .With("address", client.ServerAddress)
            .With("version", version.Value.GitVersion)
            .With("kinds", readings.Length - gaps.Length)
            .With("total", readings.Length));
        return [good, .. gaps.Select(gap => new DoctorResult(id, DoctorStatus.Note, new TextKey("doctor.cluster.gap").With("kind", gap.Kind).With("reason", gap.Gap ?? "")))];
    }
}
