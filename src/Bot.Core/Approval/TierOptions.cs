namespace Bot.Core.Approval;

/// <summary>What one tier asks for, under <c>Bot:Policies:&lt;name&gt;:Tiers:&lt;tier&gt;</c>.</summary>
public sealed class TierOptions
{
    /// <summary>How many other people must approve. Default 1; has no meaning for R0 and R1.</summary>
    public int Approvals { get; set; } = 1;

    /// <summary>Roles that may approve (R2, R3) or click (R1). Empty: nobody.</summary>
    public IList<string> By { get; set; } = [];

    /// <summary>Empty or <c>totp</c>. R3 always needs it.</summary>
    public string StepUp { get; set; } = "";

    /// <summary>A cancellable wait between approval and execution. Default none.</summary>
    public TimeSpan Countdown { get; set; }

    /// <summary>How long a request may wait for people. Default 4 hours.</summary>
    public TimeSpan Expires { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How long after the approval the execution may begin. Default 2 minutes.</summary>
    public TimeSpan ExecuteWithin { get; set; } = TimeSpan.FromMinutes(2);
}
