namespace Bot.Core.Diagnosis;

/// <summary>Who suffers now. Ordered from the least to the worst.</summary>
public enum Impact
{
    None,
    Unknown,
    Redundancy,
    Deployments,
    Users,
}
