namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Whether a sync may run now.</summary>
/// <param name="CanSync">False while a window forbids it.</param>
/// <param name="Error">What is wrong with a schedule; a window that cannot be read counts as a closed one.</param>
public sealed record SyncWindowVerdict(bool CanSync, string? Error = null);
