namespace Bot.Core.Diagnosis;

/// <summary>Exit status of <c>status</c> and <c>diagnose</c>. Where several apply the highest number holds.</summary>
public static class DiagnosisExit
{
    public const int Good = 0;
    public const int Warnings = 1;
    public const int Critical = 2;
    public const int Unreadable = 65;
    public const int Bug = 70;

    public static int CodeOf(IReadOnlyCollection<ClusterDiagnosis> diagnoses, IReadOnlyCollection<UnreadDocument> unread) =>
        diagnoses.Any(diagnosis => diagnosis.FailedRules.Length > 0) ? Bug
        : unread.Count > 0 ? Unreadable
        : diagnoses.Any(diagnosis => diagnosis.Count(Severity.Critical) > 0) ? Critical
        : diagnoses.Any(diagnosis => diagnosis.Count(Severity.Warning) > 0) ? Warnings
        : Good;
}
