using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Texts;

namespace Bot.Core.Remediation;

/// <summary>One running request on paper: every change is a new version, saved with its records before anything else happens.</summary>
internal sealed class RequestJournal(ApprovalRequest request, IApprovalStore store, RequestFeed feed, TimeProvider clock)
{
    public ApprovalRequest Request { get; private set; } = request;

    public int Done => Request.Steps.Count(step => step.State == StepState.Done);

    public AuditEntry Record(string kind, string outcome = "", PlanStep? step = null, ImmutableSortedDictionary<string, string>? details = null)
    {
        var entry = RequestRecords.Of(kind, Request, RequestRecords.Bot, clock.GetUtcNow(), outcome);
        return entry with
        {
            Action = step?.Action ?? entry.Action,
            Target = step?.Target.ToString() ?? entry.Target,
            Details = details ?? entry.Details,
        };
    }

    /// <summary>Saves and publishes. False: somebody else changed the request, which is theirs now.</summary>
    /// <exception cref="AuditUnwritableException">Nothing was saved.</exception>
    public async Task<bool> SaveAsync(ApprovalRequest changed, params AuditEntry[] records)
    {
        var next = changed with { Version = Request.Version + 1 };
        if (!await store.SaveAsync(next, records, CancellationToken.None))
        {
            return false;
        }

        Request = next;
        feed.Publish(next);
        return true;
    }

    /// <summary>Shows people something that could not be saved.</summary>
    public void Show(TextKey outcome) => feed.Publish(Request with { Outcome = outcome });

    public ApprovalRequest WithStep(int index, StepState state, string detail)
    {
        var now = clock.GetUtcNow();
        var old = Request.Steps[index];
        var step = old with
        {
            State = state,
            Detail = detail,
            StartedAt = state == StepState.Running ? now : old.StartedAt,
            EndedAt = state is StepState.Running or StepState.Waiting ? null : now,
        };
        return Request with { Steps = Request.Steps.SetItem(index, step) };
    }

    public ImmutableSortedDictionary<string, string> StepDetails(int index) => ImmutableSortedDictionary<string, string>.Empty
        .WithComparers(StringComparer.Ordinal)
        .Add("step", string.Create(CultureInfo.InvariantCulture, $"{index + 1}/{Request.Plan.Steps.Length}"));
}
