namespace Bot.Core.Diagnosis;

/// <summary>Writes a range as it is read: <c>Severity.Warning.To(Severity.Critical)</c>.</summary>
public static class SeverityRangeExtensions
{
    public static SeverityRange To(this Severity lowest, Severity highest) => new(lowest, highest);
}
