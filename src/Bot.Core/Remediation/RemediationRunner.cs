using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Remediation;

/// <summary>
/// Takes approved requests and carries them out, one at a time on each target. At the start it first looks after what an earlier
/// process left behind, and never repeats a step blindly. When it is asked to end, steps under way are finished, no other begins.
/// </summary>
public sealed partial class RemediationRunner(
    IApprovalStore store,
    IPolicySource policies,
    IPeopleDirectory people,
    IActingClusters clusters,
    RequestFeed feed,
    ExecutionQueue queue,
    TimeProvider clock,
    ILogger<RemediationRunner> logger,
    RunnerTimes? patience = null)
{
    private readonly RunnerTimes times = patience ?? RunnerTimes.Default;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> targets = new(StringComparer.Ordinal);

    /// <summary>Recovers, then serves the queue until <paramref name="stop"/>; returns when nothing runs any more.</summary>
    public async Task ServeAsync(CancellationToken stop)
    {
        var running = new ConcurrentDictionary<Task, byte>();
        try
        {
            foreach (var resumed in await RecoverAsync(stop))
            {
                running.TryAdd(resumed, 0);
            }

            await foreach (var id in queue.ReadAllAsync(stop))
            {
                var run = Task.Run(() => RunAsync(id, stop), CancellationToken.None);
                running.TryAdd(run, 0);
                _ = run.ContinueWith(ended => running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.Stopping(logger, running.Count);
        }

        await Task.WhenAll(running.Keys);
    }

    /// <summary>Carries one request out, if it is approved and everything still holds. Returns when it has ended.</summary>
    public async Task RunAsync(string requestId, CancellationToken stop)
    {
        try
        {
            if (await store.FindAsync(requestId, CancellationToken.None) is { State: ApprovalState.Approved } request)
            {
                await BeginAsync(request, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.NotBegun(logger, requestId);
        }
        catch (StoreUnavailableException fault)
        {
            Log.ClaimUnwritable(logger, requestId, fault);
        }
#pragma warning disable CA1031 // the edge of one run: a bug in it must not end the others; the next start looks after the request
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.RunFailed(logger, requestId, fault);
        }
    }

    /// <summary>
    /// Requests that an earlier process left open: approved ones are begun if their time has not passed; of executing ones the cluster is
    /// looked at. Returns the runs that go on in the background (goals still to be judged).
    /// </summary>
    public async Task<IReadOnlyList<Task>> RecoverAsync(CancellationToken stop)
    {
        var resumed = new List<Task>();
        foreach (var request in await store.ListAsync(openOnly: true, limit: 1000, stop))
        {
            if (request.State == ApprovalState.Approved)
            {
                queue.Enqueue(request.Id);
            }
            else if (request.State == ApprovalState.Executing)
            {
                Log.Recovering(logger, request.Id);
                var journal = new RequestJournal(request, store, feed, clock);
                if (request.Steps.All(step => step.State == StepState.Done))
                {
                    resumed.Add(Task.Run(() => ContinueAsync(journal, run => run.JudgeAsync(before: null), stop), CancellationToken.None));
                }
                else
                {
                    await TryCloseAsync(journal);
                }
            }
        }

        return resumed;
    }

    private async Task BeginAsync(ApprovalRequest request, CancellationToken stop)
    {
        using var held = await HoldAsync(request.Plan, stop);
        RequestJournal? journal;
        try
        {
            journal = await ClaimAsync(request);
        }
        catch (AuditUnwritableException fault)
        {
            Log.ClaimUnwritable(logger, request.Id, fault);
            feed.Publish(request with { Outcome = new TextKey("remediation.outcome.audit-unwritable").With("done", 0).With("total", request.Plan.Steps.Length) });
            return;
        }

        if (journal is not null)
        {
            await ContinueAsync(journal, run => run.ExecuteAsync(), stop);
        }
    }

    private async Task<RequestJournal?> ClaimAsync(ApprovalRequest seen)
    {
        // Read again under the lock: whoever held the target before may have changed everything.
        if (await store.FindAsync(seen.Id, CancellationToken.None) is not { State: ApprovalState.Approved } request)
        {
            return null;
        }

        var journal = new RequestJournal(request, store, feed, clock);
        if (ApprovalMachine.Revalidate(request, policies.For(request.Plan.Environment), people, clock.GetUtcNow()) is { Next: { } next } refusal)
        {
            await journal.SaveAsync(next, [.. refusal.Records]);
            return null;
        }

        if (clusters.Find(request.Plan.Cluster) is null)
        {
            var outcome = new TextKey("remediation.outcome.no-cluster").With("cluster", request.Plan.Cluster);
            await journal.SaveAsync(ApprovalMachine.End(request, ApprovalState.Failed, outcome, clock.GetUtcNow()), journal.Record(AuditKinds.ExecutionEnded, "no-cluster"));
            return null;
        }

        var claimed = await journal.SaveAsync(request with { State = ApprovalState.Executing, Outcome = null }, journal.Record(AuditKinds.ExecutionClaimed));
        return claimed ? journal : null;
    }

    private async Task ContinueAsync(RequestJournal journal, Func<RemediationRun, Task> work, CancellationToken stop)
    {
        if (clusters.Find(journal.Request.Plan.Cluster) is { } cluster)
        {
            await work(new RemediationRun(journal, cluster, times, clock, logger, stop));
        }
        else
        {
            await CloseAsync(journal);
        }
    }

    // What cannot be written down now stays open and is looked after at the next start; it is never begun again.
    private async Task TryCloseAsync(RequestJournal journal)
    {
        try
        {
            await CloseAsync(journal);
        }
        catch (AuditUnwritableException fault)
        {
            Log.RecoveryUnwritable(logger, journal.Request.Id, fault);
        }
    }

    // An intent without a result: it may have been carried out. Anything else was certainly not sent.
    private async Task CloseAsync(RequestJournal journal)
    {
        var request = journal.Request;
        var done = journal.Done;
        var index = request.Steps.Select(step => step.State).ToImmutableArray().IndexOf(StepState.Running);
        if (index < 0)
        {
            var interrupted = new TextKey("remediation.outcome.interrupted").With("done", done).With("total", request.Steps.Length);
            await journal.SaveAsync(ApprovalMachine.End(request, ApprovalState.Failed, interrupted, clock.GetUtcNow()), journal.Record(AuditKinds.ExecutionRecovered, "not-sent"), journal.Record(AuditKinds.ExecutionEnded, "interrupted"));
            return;
        }

        var step = request.Plan.Steps[index];
        var shows = clusters.Find(request.Plan.Cluster) is { } cluster
            ? await new ClusterLook(cluster.Gateway, times, clock).LookAsync(step)
            : new TextKey("remediation.look.blind");
        var outcome = new TextKey("remediation.outcome.unknown").With("done", done).With("total", request.Steps.Length).With("shows", shows);
        await journal.SaveAsync(
            ApprovalMachine.End(journal.WithStep(index, StepState.Unknown, ""), ApprovalState.Unknown, outcome, clock.GetUtcNow()),
            journal.Record(AuditKinds.ExecutionRecovered, "intent-without-result", step, journal.StepDetails(index).Add("look", shows.Key)),
            journal.Record(AuditKinds.ExecutionEnded, "unknown"));
    }

    // One run at a time on each object; taken in one order, so that two plans can never wait for each other.
    private async Task<IDisposable> HoldAsync(Plan plan, CancellationToken stop)
    {
        var held = new Holding();
        foreach (var key in plan.Steps.Select(step => $"{plan.Cluster} {step.Target}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var gate = targets.GetOrAdd(key, _ => new SemaphoreSlim(1));
            try
            {
                await gate.WaitAsync(stop);
            }
            catch
            {
                held.Dispose();
                throw;
            }

            held.Add(gate);
        }

        return held;
    }

    private sealed class Holding : IDisposable
    {
        private readonly List<SemaphoreSlim> gates = [];

        public void Add(SemaphoreSlim gate) => gates.Add(gate);

        public void Dispose()
        {
            foreach (var gate in gates)
            {
                gate.Release();
            }

            gates.Clear();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "Asked to end: {Count} runs finish their step under way.")]
        public static partial void Stopping(ILogger logger, int count);

        [LoggerMessage(4002, LogLevel.Information, "Request {RequestId} was not begun before the program ended.")]
        public static partial void NotBegun(ILogger logger, string requestId);

        [LoggerMessage(4003, LogLevel.Error, "Request {RequestId} could not be claimed because the store cannot be written: nothing was done.")]
        public static partial void ClaimUnwritable(ILogger logger, string requestId, Exception fault);

        [LoggerMessage(4004, LogLevel.Error, "The run of request {RequestId} failed.")]
        public static partial void RunFailed(ILogger logger, string requestId, Exception fault);

        [LoggerMessage(4006, LogLevel.Error, "What was found of request {RequestId} could not be recorded; it stays open until the next start.")]
        public static partial void RecoveryUnwritable(ILogger logger, string requestId, Exception fault);

        [LoggerMessage(4005, LogLevel.Warning, "Request {RequestId} was left executing by an earlier process; looking at the cluster.")]
        public static partial void Recovering(ILogger logger, string requestId);
    }
}
