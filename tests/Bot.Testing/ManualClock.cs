namespace Bot.Testing;

/// <summary>
/// A clock that moves only when told. Timers fire inside <see cref="Advance"/>, in the order in which they are due.
/// The timestamp frequency is odd on purpose, so that code which takes timestamps for ticks shows it.
/// </summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private readonly List<(Func<bool> IsSo, TaskCompletionSource Reached)> waiters = [];
    private TimeSpan elapsed;

    public ManualClock()
        : this(new DateTimeOffset(2026, 11, 21, 0, 30, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => 3_141_593;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers wait to fire (delays, timeouts and periodic timers alike).</summary>
    public int Pending
    {
        get
        {
            lock (gate)
            {
                return timers.Count;
            }
        }
    }

    /// <summary>How long until the next timer fires; null when none waits.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (gate)
            {
                return timers.Count == 0 ? null : timers.Min(timer => timer.Due) - elapsed;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => (long)(Elapsed.TotalSeconds * TimestampFrequency);

    private TimeSpan Elapsed
    {
        get
        {
            lock (gate)
            {
                return elapsed;
            }
        }
    }

    /// <summary>Moves the clock and fires what falls due, each timer at its own instant.</summary>
    public void Advance(TimeSpan by)
    {
        var target = Elapsed + by;
        while (TakeNextDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (gate)
        {
            elapsed = target;
        }
    }

    /// <summary>Completes as soon as at least <paramref name="count"/> timers wait: then it makes sense to advance.</summary>
    public Task WhenPendingAsync(int count = 1) => WhenAsync(() => timers.Count >= count);

    /// <summary>Completes as soon as a timer waits that is due within the given time (and, where asked, not before another).</summary>
    public Task WhenDueWithinAsync(TimeSpan within, TimeSpan atLeast = default) =>
        WhenAsync(() => timers.Any(timer => timer.Due - elapsed <= within && timer.Due - elapsed >= atLeast));

    private Task WhenAsync(Func<bool> isSo)
    {
        lock (gate)
        {
            if (isSo())
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((isSo, reached));
            return reached.Task;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeNextDue(TimeSpan target)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null)
            {
                return null;
            }

            elapsed = next.Due > elapsed ? next.Due : elapsed;
            timers.Remove(next);
            if (next.Period > TimeSpan.Zero)
            {
                next.Due = elapsed + next.Period;
                timers.Add(next);
            }

            return next;
        }
    }

    private void Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime < TimeSpan.Zero)
            {
                return;
            }

            timer.Due = elapsed + dueTime;
            timer.Period = period;
            timers.Add(timer);
            foreach (var (_, reached) in waiters.Where(waiter => waiter.IsSo()))
            {
                reached.TrySetResult();
            }

            waiters.RemoveAll(waiter => waiter.Reached.Task.IsCompleted);
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
