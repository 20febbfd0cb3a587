using System.Collections.Frozen;
using Bot.Core.Clusters;
using Bot.Core.Commands;
using Bot.Core.Diagnosis;

namespace Bot.Pictures;

/// <summary>Diagnoses a snapshot.</summary>
public sealed class PictureMaker(Diagnoser diagnoser, FrozenSet<string> systemNamespaces)
{
    public ClusterPicture Make(ClusterSnapshot snapshot, string argoCdNamespace, DateTimeOffset now)
    {
        var context = ContextOf(argoCdNamespace, now);
        return new ClusterPicture(snapshot.Cluster, snapshot, diagnoser.Diagnose(snapshot, context), context);
    }

    public DiagnosisContext ContextOf(string argoCdNamespace, DateTimeOffset now) => new(now) { ArgoCdNamespace = argoCdNamespace, SystemNamespaces = systemNamespaces };
}
