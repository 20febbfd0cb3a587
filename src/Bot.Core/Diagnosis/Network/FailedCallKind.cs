namespace Bot.Core.Diagnosis.Network;

/// <summary>How a call failed, as far as the client's words tell.</summary>
public enum FailedCallKind
{
    Timeout,
    Refused,
    Reset,
}
