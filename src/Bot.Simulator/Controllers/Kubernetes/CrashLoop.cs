namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Where a container stands that exits again and again, by the kubelet's back-off (10 s doubled up to 5 min): a pure function of time.</summary>
/// <param name="Restarts">How often it was started anew.</param>
/// <param name="RunningSince">Start of the present run; null while it waits.</param>
/// <param name="LastStart">Start of the last run that ended; null before the first end.</param>
/// <param name="LastExit">End of that run.</param>
/// <param name="BackOff">The wait that follows, or followed, that run.</param>
internal sealed record CrashLoop(int Restarts, DateTimeOffset? RunningSince, DateTimeOffset? LastStart, DateTimeOffset? LastExit, TimeSpan BackOff)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static CrashLoop At(DateTimeOffset start, DateTimeOffset firstExit, TimeSpan runs, DateTimeOffset now)
    {
        var restarts = 0;
        var backOff = First;
        DateTimeOffset? lastStart = null;
        DateTimeOffset? lastExit = null;
        var exit = firstExit;
        while (true)
        {
            if (now < exit)
            {
                return new CrashLoop(restarts, start, lastStart, lastExit, backOff);
            }

            lastStart = start;
            lastExit = exit;
            var next = exit + backOff;
            if (now < next)
            {
                return new CrashLoop(restarts, null, lastStart, lastExit, backOff);
            }

            restarts++;
            start = next;
            exit = start + runs;
            backOff = backOff * 2 < Longest ? backOff * 2 : Longest;
        }
    }
}
