using Bot.Core.Texts;

namespace Bot.Core.Doctor;

/// <summary>What a check saw, and how to mend it when it is not good.</summary>
public sealed record DoctorResult(string CheckId, DoctorStatus Status, TextKey Message, TextKey? Remedy = null);
