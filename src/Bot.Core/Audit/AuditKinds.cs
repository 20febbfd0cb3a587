namespace Bot.Core.Audit;

/// <summary>What can be recorded. Append only.</summary>
public static class AuditKinds
{
    public const string LogStarted = "log.started";
    public const string RequestCreated = "request.created";
    public const string RequestRefused = "request.refused";
    public const string VoteApproved = "vote.approved";
    public const string VoteDenied = "vote.denied";
    public const string VoteRejected = "vote.rejected";
    public const string RequestCancelled = "request.cancelled";
    public const string RequestExpired = "request.expired";
    public const string RequestInvalidated = "request.invalidated";
    public const string ExecutionClaimed = "exec.claimed";
    public const string ExecutionIntent = "exec.intent";
    public const string ExecutionResult = "exec.result";
    public const string ExecutionVerified = "exec.verified";
    public const string ExecutionEnded = "exec.ended";
    public const string RequestSuperseded = "request.superseded";
    public const string VotesVoided = "votes.voided";
    public const string ExecutionRecovered = "exec.recovered";
    public const string TokenIssued = "token.issued";
    public const string TokenRevoked = "token.revoked";
}
