namespace Bot.Core.Diagnosis;

/// <summary>How bad a finding is. Whether anyone is woken is decided by <see cref="Impact"/>.</summary>
public enum Severity
{
    Info,
    Warning,
    Critical,
}
