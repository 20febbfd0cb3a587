using Bot.Core.Audit;

namespace Bot.Core.Approval;

/// <summary>Keeps requests. A state change and its audit records are one call and one transaction.</summary>
public interface IApprovalStore
{
    Task<ApprovalRequest?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<ApprovalRequest>> ListAsync(bool openOnly, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Saves <paramref name="request"/> (with its <see cref="ApprovalRequest.Version"/> one above the stored one) and appends the records.
    /// Returns false, having written nothing, when somebody else was faster.
    /// </summary>
    /// <exception cref="AuditUnwritableException">The audit log cannot be written: nothing was saved, nothing may be done.</exception>
    Task<bool> SaveAsync(ApprovalRequest request, IReadOnlyList<AuditEntry> records, CancellationToken cancellationToken);
}
