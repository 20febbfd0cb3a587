using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client;

/// <summary>The clock by which most tests live deserves some of its own.</summary>
public sealed class ManualClockTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void Fires_timers_in_the_order_in_which_they_are_due()
    {
        var fired = new List<(string Name, TimeSpan At)>();
        var start = clock.GetUtcNow();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(_ => fired.Add(("often", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(6));

        fired.ShouldBe([("often", TimeSpan.FromSeconds(2)), ("often", TimeSpan.FromSeconds(4)), ("late", TimeSpan.FromSeconds(5)), ("often", TimeSpan.FromSeconds(6))]);
        clock.Pending.ShouldBe(1);
    }

    [Fact]
    public async Task Moves_delays_timeouts_and_elapsed_time()
    {
        var started = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(3), clock);
        var delay = Task.Delay(TimeSpan.FromSeconds(2), clock);

        clock.Advance(TimeSpan.FromSeconds(2));
        await delay;
        timeout.IsCancellationRequested.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        timeout.IsCancellationRequested.ShouldBeTrue();
        clock.GetElapsedTime(started).TotalSeconds.ShouldBe(3, tolerance: 0.001);
    }

    [Fact]
    public async Task Tells_when_somebody_waits()
    {
        var waiting = clock.WhenDueWithinAsync(TimeSpan.FromSeconds(10));
        waiting.IsCompleted.ShouldBeFalse();
        using var far = clock.CreateTimer(_ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        waiting.IsCompleted.ShouldBeFalse();

        var delay = Task.Delay(TimeSpan.FromSeconds(7), clock);
        await waiting;
        clock.NextDue.ShouldBe(TimeSpan.FromSeconds(7));
        clock.Advance(TimeSpan.FromSeconds(7));
        await delay;
    }
}
