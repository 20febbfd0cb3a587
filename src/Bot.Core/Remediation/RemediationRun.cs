using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Clusters;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Remediation;

/// <summary>
/// Carries out one claimed plan: look, write down the intent, send once, write down the result, see the effect; then the next step.
/// Once begun, a step is finished and recorded whatever happens around it.
/// </summary>
internal sealed partial class RemediationRun(RequestJournal journal, ActingCluster cluster, RunnerTimes times, TimeProvider clock, ILogger logger, CancellationToken stop)
{
    private Plan Plan => journal.Request.Plan;

    public async Task ExecuteAsync()
    {
        var before = cluster.View.Current;
        for (var index = 0; index < Plan.Steps.Length; index++)
        {
            if (stop.IsCancellationRequested)
            {
                await EndAsync(ApprovalState.Failed, Outcome("remediation.outcome.stopped"), "stopped");
                return;
            }

            if (!await StepAsync(index, Plan.Steps[index]))
            {
                return;
            }
        }

        await JudgeAsync(before);
    }

    /// <summary>Waits until the goal is reached, out of reach or overdue, and ends the request.</summary>
    public async Task JudgeAsync(ClusterSnapshot? before)
    {
        var watch = new GoalWatch(cluster.View, times, clock);
        var (progress, detail) = await watch.WaitAsync(Plan.Goal, before, ShowProgressAsync, stop);
        if (progress == GoalProgress.Reached)
        {
            await EndAsync(ApprovalState.Succeeded, Outcome("remediation.outcome.healed").With("age", clock.GetUtcNow() - journal.Request.CreatedAt), "healed");
            return;
        }

        var why = detail ?? new TextKey("remediation.goal.not-seen");
        var key = stop.IsCancellationRequested && progress == GoalProgress.Pending ? "remediation.outcome.not-judged" : "remediation.outcome.not-healed";
        await EndAsync(ApprovalState.NotHealed, Outcome(key).With("detail", why), progress == GoalProgress.OutOfReach ? "out-of-reach" : "not-healed");
    }

    private async Task<bool> StepAsync(int index, PlanStep step)
    {
        var read = await cluster.Gateway.ReadAsync(step.Request, CancellationToken.None);
        if (!read.Reachable)
        {
            await EndAsync(ApprovalState.Failed, Outcome("remediation.outcome.unreachable").With("message", read.Message), "unreachable");
            return false;
        }

        if (StepCheck.Before(step, read.Object) is { } broken)
        {
            await EndStaleAsync(journal.Request, index, broken);
            return false;
        }

        if (!await IntendAsync(index, step, read.Object))
        {
            return false;
        }

        var result = await SendAsync(index, step);
        return result.Outcome switch
        {
            WriteOutcome.Applied => await AppliedAsync(index, step, result),
            WriteOutcome.Stale => await StaleAsync(index, step, result),
            WriteOutcome.Refused => await FailAsync(index, result, "remediation.outcome.refused", "refused"),
            WriteOutcome.Unreachable => await FailAsync(index, result, "remediation.outcome.unreachable", "unreachable"),
            _ => await LostAsync(index, step, result),
        };
    }

    // The intent is durable before the first byte goes out; if it cannot be written, nothing is sent.
    private async Task<bool> IntendAsync(int index, PlanStep step, string? before)
    {
        var details = journal.StepDetails(index)
            .Add("verb", step.Request.Verb.ToString())
            .Add("body", step.Request.Body)
            .Add("bodySha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(step.Request.Body))))
            .Add("resourceVersionBefore", StepCheck.Show(before, "/metadata/resourceVersion")?.Trim('"') ?? "");
        foreach (var line in step.Diff)
        {
            details = details.SetItem($"before {line.Path}", StepCheck.Show(before, line.Path) ?? "");
        }

        try
        {
            if (await journal.SaveAsync(journal.WithStep(index, StepState.Running, ""), journal.Record(AuditKinds.ExecutionIntent, "", step, details)))
            {
                return true;
            }

            Log.ClaimLost(logger, journal.Request.Id);
            return false;
        }
        catch (Exception fault) when (fault is AuditUnwritableException or StoreUnavailableException)
        {
            Log.IntentUnwritable(logger, journal.Request.Id, fault);
            var outcome = Outcome("remediation.outcome.audit-unwritable");
            journal.Show(outcome);
            await EndAsync(ApprovalState.Failed, outcome, "audit-unwritable");
            return false;
        }
    }

    private async Task<WriteResult> SendAsync(int index, PlanStep step)
    {
        try
        {
            return await cluster.Gateway.WriteAsync(step.Request, dryRun: false, CancellationToken.None);
        }
#pragma warning disable CA1031 // whatever broke, the request may have arrived: recorded as unknown, never sent again
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.GatewayFailed(logger, journal.Request.Id, index + 1, fault);
            return new WriteResult(WriteOutcome.Unknown, fault.Message);
        }
    }

    private async Task<bool> AppliedAsync(int index, PlanStep step, WriteResult result)
    {
        var details = journal.StepDetails(index).Add("resourceVersionAfter", result.ResourceVersion).Add("message", result.Message).Add("warnings", string.Join('\n', result.Warnings));
        if (!await InsistAsync(() => (journal.Request, [journal.Record(AuditKinds.ExecutionResult, "applied", step, details)])))
        {
            return false;
        }

        var missing = await AwaitEffectAsync(step);
        if (missing is null)
        {
            return await InsistAsync(() => (journal.WithStep(index, StepState.Done, ""), [journal.Record(AuditKinds.ExecutionVerified, "seen", step, journal.StepDetails(index))]));
        }

        var seen = $"{missing.Path}: {missing.Found ?? "-"}";
        var failed = journal.WithStep(index, StepState.Failed, seen);
        await EndAsync(failed, ApprovalState.Failed, Outcome("remediation.outcome.effect-not-seen").With("step", index + 1).With("path", missing.Path).With("found", missing.Found ?? "-"), "effect-not-seen", seen);
        return false;
    }

    private async Task<BrokenFact?> AwaitEffectAsync(PlanStep step)
    {
        var deadline = clock.GetUtcNow() + step.Within;
        DateTimeOffset? stopped = null;
        while (true)
        {
            var read = await cluster.Gateway.ReadAsync(step.Request, CancellationToken.None);
            var missing = read.Reachable ? StepCheck.After(step, read.Object) : new BrokenFact("/", Expected: null, read.Message);
            if (missing is null)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            stopped ??= stop.IsCancellationRequested ? now : null;
            if (now >= deadline || now >= stopped + times.Grace)
            {
                return missing;
            }

            await Task.Delay(times.Poll, clock, CancellationToken.None);
        }
    }

    private async Task<bool> StaleAsync(int index, PlanStep step, WriteResult result)
    {
        var read = await cluster.Gateway.ReadAsync(step.Request, CancellationToken.None);
        var broken = read.Reachable ? StepCheck.Before(step, read.Object) : null;
        await InsistAsync(() => (journal.WithStep(index, StepState.Failed, result.Message), [journal.Record(AuditKinds.ExecutionResult, "stale", step, journal.StepDetails(index).Add("message", result.Message))]));
        await EndStaleAsync(journal.Request, index, broken ?? new BrokenFact("/", Expected: null, result.Message));
        return false;
    }

    private Task EndStaleAsync(ApprovalRequest request, int index, BrokenFact broken)
    {
        var outcome = Outcome("remediation.outcome.stale").With("step", index + 1).With("path", broken.Path).With("expected", broken.Expected ?? "-").With("found", broken.Found ?? "-");
        return EndAsync(request, ApprovalState.Invalidated, outcome, "stale", $"{broken.Path}: {broken.Expected ?? "-"} -> {broken.Found ?? "-"}");
    }

    private async Task<bool> FailAsync(int index, WriteResult result, string key, string slug)
    {
        await InsistAsync(() => (journal.WithStep(index, StepState.Failed, result.Message), [journal.Record(AuditKinds.ExecutionResult, slug, Plan.Steps[index], journal.StepDetails(index).Add("message", result.Message))]));
        await EndAsync(ApprovalState.Failed, Outcome(key).With("message", result.Message), slug);
        return false;
    }

    private async Task<bool> LostAsync(int index, PlanStep step, WriteResult result)
    {
        await InsistAsync(() => (journal.WithStep(index, StepState.Unknown, result.Message), [journal.Record(AuditKinds.ExecutionResult, "unknown", step, journal.StepDetails(index).Add("message", result.Message))]));
        var shows = await new ClusterLook(cluster.Gateway, times, clock).LookAsync(step);
        await EndAsync(ApprovalState.Unknown, Outcome("remediation.outcome.unknown").With("shows", shows), "unknown");
        return false;
    }

    private async Task ShowProgressAsync(TextKey detail)
    {
        try
        {
            await journal.SaveAsync(journal.Request with { Outcome = detail });
        }
        catch (Exception fault) when (fault is AuditUnwritableException or StoreUnavailableException)
        {
            Log.ProgressUnwritable(logger, journal.Request.Id, fault);
        }
    }

    private Task EndAsync(ApprovalState state, TextKey outcome, string slug) => EndAsync(journal.Request, state, outcome, slug);

    private Task EndAsync(ApprovalRequest request, ApprovalState state, TextKey outcome, string slug, string fact = "")
    {
        var details = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
            .Add("state", state.ToString())
            .Add("done", $"{journal.Done}/{Plan.Steps.Length}");
        return InsistAsync(() => (
            ApprovalMachine.End(request, state, outcome, clock.GetUtcNow()),
            state == ApprovalState.Invalidated
                ? [journal.Record(AuditKinds.RequestInvalidated, slug, details: details.Add("fact", fact)), journal.Record(AuditKinds.ExecutionEnded, slug, details: details)]
                : [journal.Record(AuditKinds.ExecutionEnded, slug, details: fact.Length > 0 ? details.Add("fact", fact) : details)]));
    }

    // What has happened must be written down: tried until it works, or until the program ends (then the next start looks at the cluster).
    private async Task<bool> InsistAsync(Func<(ApprovalRequest Request, AuditEntry[] Records)> change)
    {
        while (true)
        {
            try
            {
                var (request, records) = change();
                if (await journal.SaveAsync(request, records))
                {
                    return true;
                }

                Log.ClaimLost(logger, journal.Request.Id);
                return false;
            }
            catch (Exception fault) when (fault is AuditUnwritableException or StoreUnavailableException)
            {
                Log.ResultUnwritable(logger, journal.Request.Id, fault);
                if (stop.IsCancellationRequested)
                {
                    return false;
                }

                await Task.WhenAny(Task.Delay(times.Retry, clock, CancellationToken.None), Task.Delay(Timeout.InfiniteTimeSpan, clock, stop));
            }
        }
    }

    private TextKey Outcome(string key) => new TextKey(key).With("done", journal.Done).With("total", Plan.Steps.Length);

    private static partial class Log
    {
        [LoggerMessage(4010, LogLevel.Error, "The intent of request {RequestId} could not be recorded: nothing was sent.")]
        public static partial void IntentUnwritable(ILogger logger, string requestId, Exception fault);

        [LoggerMessage(4011, LogLevel.Error, "A result of request {RequestId} could not be recorded; it is tried again.")]
        public static partial void ResultUnwritable(ILogger logger, string requestId, Exception fault);

        [LoggerMessage(4012, LogLevel.Error, "Request {RequestId} was changed by somebody else while it ran here; this run ends.")]
        public static partial void ClaimLost(ILogger logger, string requestId);

        [LoggerMessage(4013, LogLevel.Error, "Step {Step} of request {RequestId} broke while it was sent.")]
        public static partial void GatewayFailed(ILogger logger, string requestId, int step, Exception fault);

        [LoggerMessage(4014, LogLevel.Warning, "Progress of request {RequestId} could not be saved.")]
        public static partial void ProgressUnwritable(ILogger logger, string requestId, Exception fault);
    }
}
