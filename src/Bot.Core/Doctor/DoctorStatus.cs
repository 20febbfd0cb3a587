namespace Bot.Core.Doctor;

public enum DoctorStatus
{
    Good,

    /// <summary>Works, with a limit worth knowing.</summary>
    Note,
    Bad,
}
