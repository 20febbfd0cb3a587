namespace Bot.Core.Remediation;

/// <summary>How dangerous an action is; decides who must click (the binding table of the design).</summary>
public enum RiskTier
{
    /// <summary>Anyone who may read.</summary>
    R0,

    /// <summary>Own click of an entitled person.</summary>
    R1,

    /// <summary>One other person.</summary>
    R2,

    /// <summary>One other person with step-up and a cancellable countdown.</summary>
    R3,

    /// <summary>Never offered.</summary>
    R4,
}
