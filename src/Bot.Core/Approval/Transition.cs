using System.Collections.Immutable;
using Bot.Core.Audit;
using Bot.Core.Texts;

namespace Bot.Core.Approval;

/// <summary>What an event does to a request: the new request (null: it stays as it is), the records to write, and the answer.</summary>
public sealed record Transition(ApprovalRequest? Next, ImmutableArray<AuditEntry> Records, bool Accepted, TextKey Message)
{
    public static Transition Refuse(TextKey message, params ReadOnlySpan<AuditEntry> records) => new(null, [.. records], Accepted: false, message);
}
