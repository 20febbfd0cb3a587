namespace Bot.Simulator.Controllers;

/// <summary>The real clock, except while a scenario's past is played: then it stands where it is put.</summary>
internal sealed class SimulationClock(TimeProvider real) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset? past;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return past ?? real.GetUtcNow();
        }
    }

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>False while it stands still.</summary>
    public bool IsRunning
    {
        get
        {
            lock (gate)
            {
                return past is null;
            }
        }
    }

    /// <summary>Stands still at that time until told otherwise.</summary>
    public void StandAt(DateTimeOffset time)
    {
        lock (gate)
        {
            past = time;
        }
    }

    /// <summary>Goes on with the real clock.</summary>
    public void Run()
    {
        lock (gate)
        {
            past = null;
        }
    }
}
