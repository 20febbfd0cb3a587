using Bot.Simulator.Controllers.Kubernetes;

namespace Bot.Simulator.Tests.Controllers;

public sealed class CrashLoopTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Runs = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(2, 0, true, 10)]
    [InlineData(4, 0, false, 10)]
    [InlineData(14, 1, true, 20)]
    [InlineData(20, 1, false, 20)]
    [InlineData(40, 2, false, 40)]
    [InlineData(3600, 15, false, 300)]
    public void Restarts_grow_and_the_back_off_doubles_up_to_five_minutes(int after, int restarts, bool running, int backOff)
    {
        var loop = CrashLoop.At(Start, Start + Runs, Runs, Start.AddSeconds(after));

        loop.Restarts.ShouldBe(restarts);
        (loop.RunningSince is not null).ShouldBe(running);
        loop.BackOff.ShouldBe(TimeSpan.FromSeconds(backOff));
    }

    [Fact]
    public void A_container_that_ran_well_for_long_counts_from_its_first_exit()
    {
        var exit = Start.AddDays(3);

        CrashLoop.At(Start, exit, Runs, exit.AddSeconds(-1)).ShouldBe(new CrashLoop(0, Start, null, null, TimeSpan.FromSeconds(10)));
        CrashLoop.At(Start, exit, Runs, exit).LastExit.ShouldBe(exit);
    }
}
