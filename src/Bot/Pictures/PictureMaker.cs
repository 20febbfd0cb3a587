using System.Collections.Frozen;
using Bot.Configuration;
using Bot.Core.Clusters;
using Bot.Core.Commands;
using Bot.Core.Diagnosis;
using Bot.Core.Environments;
using Bot.Core.Muting;

namespace Bot.Pictures;

/// <summary>Diagnoses a snapshot with the configured thresholds and marks what is muted.</summary>
public sealed class PictureMaker(Diagnoser diagnoser, FrozenSet<string> systemNamespaces, EnvironmentDirectory environments, BotOptions options)
{
    private readonly MuteBook mutes = new(DiagnosisCheck.MutesOf(options));

    public ClusterPicture Make(ClusterSnapshot snapshot, string argoCdNamespace, DateTimeOffset now)
    {
        var context = ContextOf(argoCdNamespace, now);
        return new ClusterPicture(snapshot.Cluster, snapshot, mutes.Apply(diagnoser.Diagnose(snapshot, context), () => environments.ScopesOf(snapshot)), context);
    }

    public DiagnosisContext ContextOf(string argoCdNamespace, DateTimeOffset now) =>
        new(now) { ArgoCdNamespace = argoCdNamespace, SystemNamespaces = systemNamespaces, Thresholds = options.Diagnosis.Thresholds };
}
