using Bot.Core.Clusters;
using Bot.Core.Diagnosis;

namespace Bot.Core.Remediation;

/// <summary>What an action needs to make a plan.</summary>
public sealed record PlanRequest(ClusterSnapshot Snapshot, ClusterDiagnosis Diagnosis, DiagnosisContext Context, ObjectRef Target)
{
    public string Environment { get; init; } = "";

    public string PolicyVersion { get; init; } = "";
}
