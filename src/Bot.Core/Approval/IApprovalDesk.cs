using Bot.Core.Remediation;

namespace Bot.Core.Approval;

/// <summary>Where plans are asked for, voted on and started. Chat code and pages call only this; the rules of approval stand behind it.</summary>
public interface IApprovalDesk
{
    /// <summary>Files a plan. An open request of the same plan hash is returned instead of a second one.</summary>
    Task<DeskAnswer> ProposeAsync(Plan plan, Actor requester, string reason, CancellationToken cancellationToken);

    /// <summary>A click on Approve or Deny for the plan that the person saw (<paramref name="planHash"/>).</summary>
    Task<DeskAnswer> VoteAsync(string requestId, string planHash, Actor voter, bool approves, string reason, CancellationToken cancellationToken);

    /// <summary>The requester takes it back.</summary>
    Task<DeskAnswer> CancelAsync(string requestId, Actor actor, CancellationToken cancellationToken);

    Task<ApprovalRequest?> FindAsync(string requestId, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApprovalRequest>> ListAsync(bool openOnly, CancellationToken cancellationToken);

    /// <summary>Names of the people whose approval would count now; null when no policy says who.</summary>
    IReadOnlyList<string>? ApproversOf(ApprovalRequest request);

    /// <summary>Told after every saved change, on a pool thread.</summary>
    IDisposable Subscribe(Action<ApprovalRequest> onChange);
}
