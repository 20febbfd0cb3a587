namespace Bot.Core.Remediation;

/// <summary>
/// Makes a plan for one purpose; never carries anything out. Pure: everything it needs is in the request's snapshot and diagnosis.
/// </summary>
public interface IRemediationAction
{
    /// <summary>An id of <see cref="ActionIds"/>.</summary>
    string Id { get; }

    /// <summary>A plan, or the reason why none is offered (in the reader's words, with what to do instead).</summary>
    PlanProposal Propose(PlanRequest request);
}
