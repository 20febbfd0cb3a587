using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Audit;

namespace Bot.Web.Tests;

/// <summary>One record, enough for a page.</summary>
internal sealed class FakeAuditLog : IAuditLog
{
    private static readonly AuditRecord Record = new(
        1,
        new AuditEntry { Kind = AuditKinds.VoteApproved, Time = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), Actor = new Actor("console", "jun", "Jun", null), Target = "Application/argocd/wealist-apps-prod", Outcome = "approved" },
        new string('0', 64),
        new string('a', 64));

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) => Task.CompletedTask;

    public IAsyncEnumerable<AuditRecord> ReadAsync(long from, CancellationToken cancellationToken) => ImmutableArray.Create(Record).ToAsyncEnumerable();

    public Task<IReadOnlyList<AuditRecord>> LatestAsync(int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuditRecord>>([Record]);

    public Task<AuditHead> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(new AuditHead(1, Record.Hash));
}
