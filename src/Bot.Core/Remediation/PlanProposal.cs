using Bot.Core.Texts;

namespace Bot.Core.Remediation;

/// <summary>A plan, or why there is none. A plan that will not help (the cause stands still in Git) is given with <see cref="WillNotHelp"/> saying so.</summary>
public sealed record PlanProposal(Plan? Plan, TextKey? Refusal)
{
    public TextKey? WillNotHelp { get; init; }

    public static PlanProposal Of(Plan plan) => new(plan, null);

    public static PlanProposal Refused(TextKey reason) => new(null, reason);
}
