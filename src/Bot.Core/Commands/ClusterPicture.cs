using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>
/// What is known of one cluster now: the snapshot with its diagnosis, or why there is none. <c>Blind</c> is set when the cluster
/// cannot be seen at present; a picture may then still be there, as old as it says.
/// </summary>
public sealed record ClusterPicture(string Cluster, ClusterSnapshot? Snapshot, ClusterDiagnosis? Diagnosis, DiagnosisContext Context, TextKey? Blind = null);
