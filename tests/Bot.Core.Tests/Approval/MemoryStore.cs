using System.Runtime.CompilerServices;
using Bot.Core.Approval;
using Bot.Core.Audit;

namespace Bot.Core.Tests.Approval;

/// <summary>A store in memory with the same promises as a real one: compare-and-swap, one open request a target, all or nothing.</summary>
internal sealed class MemoryStore : IApprovalStore, IAuditLog
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ApprovalRequest> requests = [];
    private readonly List<AuditRecord> records = [];
    private AuditHead head = AuditChain.Empty;

    /// <summary>Called before every write; what it throws is thrown.</summary>
    public Action<ApprovalRequest?, IReadOnlyList<AuditEntry>>? OnWrite { get; set; }

    public IReadOnlyList<AuditRecord> Records
    {
        get
        {
            lock (gate)
            {
                return [.. records];
            }
        }
    }

    public IEnumerable<string> Kinds => Records.Select(record => record.Entry.Kind);

    public ApprovalRequest this[string id]
    {
        get
        {
            lock (gate)
            {
                return requests[id];
            }
        }
    }

    public static AuditUnwritableException Unwritable() => new("disk full", new IOException("no space left on device"));

    public Task<ApprovalRequest?> FindAsync(string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(requests.GetValueOrDefault(id));
        }
    }

    public Task<IReadOnlyList<ApprovalRequest>> ListAsync(bool openOnly, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<ApprovalRequest>>([.. requests.Values.Where(request => !openOnly || !request.IsFinal).OrderByDescending(request => request.CreatedAt).Take(limit)]);
        }
    }

    public Task<bool> SaveAsync(ApprovalRequest request, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            OnWrite?.Invoke(request, entries);
            var fits = requests.TryGetValue(request.Id, out var old)
                ? old.Version == request.Version - 1 && !old.IsFinal
                : request.Version == 1 && !requests.Values.Any(other => !other.IsFinal && other.Plan.Cluster == request.Plan.Cluster && other.Plan.Target == request.Plan.Target);
            if (fits)
            {
                requests[request.Id] = request;
                Chain(entries);
            }

            return Task.FromResult(fits);
        }
    }

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            OnWrite?.Invoke(null, entries);
            Chain(entries);
            return Task.CompletedTask;
        }
    }

    public async IAsyncEnumerable<AuditRecord> ReadAsync(long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in Records.Where(record => record.Sequence >= from))
        {
            yield return record;
        }

        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<AuditRecord>> LatestAsync(int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuditRecord>>([.. Records.Reverse().Take(limit)]);

    public Task<AuditHead> HeadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(head);
        }
    }

    private void Chain(IReadOnlyList<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            var record = AuditChain.Append(head, entry);
            records.Add(record);
            head = new AuditHead(record.Sequence, record.Hash);
        }
    }
}
