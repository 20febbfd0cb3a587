using Bot.Core.Clusters;
using Bot.Core.Texts;

namespace Bot.Core.Remediation;

/// <summary>Judges a goal on every new snapshot, and now and then without one, until it is decided or its time is over.</summary>
internal sealed class GoalWatch(IClusterView view, RunnerTimes times, TimeProvider clock)
{
    public async Task<(GoalProgress Progress, TextKey? Detail)> WaitAsync(PlanGoal goal, ClusterSnapshot? before, Func<TextKey, Task> tell, CancellationToken stop)
    {
        using var changed = new SemaphoreSlim(0);
        using var subscription = view.Subscribe(_ => changed.Release());
        var deadline = clock.GetUtcNow() + goal.Within;
        TextKey? told = null;
        while (true)
        {
            var now = view.Current;
            var state = now is null ? new GoalState(GoalProgress.Pending, new TextKey("remediation.goal.blind")) : goal.Judge(before ?? now, now);
            if (state.Progress != GoalProgress.Pending || clock.GetUtcNow() >= deadline || stop.IsCancellationRequested)
            {
                return (state.Progress, state.Detail);
            }

            if (state.Detail is { } detail && !IsSame(detail, told))
            {
                told = detail;
                await tell(detail);
            }

            using var round = CancellationTokenSource.CreateLinkedTokenSource(stop);
            await Task.WhenAny(changed.WaitAsync(round.Token), Task.Delay(times.Judge, clock, round.Token));
            await round.CancelAsync();
        }
    }

    private static bool IsSame(TextKey one, TextKey? other) =>
        other is not null && one.Key == other.Key && one.Facts.Count == other.Facts.Count && one.Facts.All(pair => Equals(pair.Value, other.Facts.GetValueOrDefault(pair.Key)));
}
