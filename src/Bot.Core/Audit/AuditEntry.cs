using System.Collections.Immutable;
using Bot.Core.Approval;

namespace Bot.Core.Audit;

/// <summary>One fact to be recorded, before it gets its place in the chain.</summary>
public sealed record AuditEntry
{
    /// <summary>A kind of <see cref="AuditKinds"/>.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required Actor Actor { get; init; }

    public string RequestId { get; init; } = "";

    public string PlanHash { get; init; } = "";

    public string PolicyVersion { get; init; } = "";

    public string Cluster { get; init; } = "";

    /// <summary><c>Kind/namespace/name</c>.</summary>
    public string Target { get; init; } = "";

    public string Action { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Outcome { get; init; } = "";

    /// <summary>Further facts (step number, request body, resourceVersion before and after, server's message), masked. Sorted by key.</summary>
    public ImmutableSortedDictionary<string, string> Details { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
