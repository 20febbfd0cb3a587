namespace Bot.Simulator.Store;

/// <summary>What the containers of the simulated cluster wrote: the present run and the one before. Scenarios fill it, <c>pods/log</c> reads it.</summary>
public sealed class ContainerLogs(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Namespace, string Pod, string Container, bool Previous), List<LogLine>> runs = [];
    private TaskCompletionSource written = NewSignal();

    /// <summary>Completes with the next line of any container.</summary>
    public Task NextLine
    {
        get
        {
            lock (gate)
            {
                return written.Task;
            }
        }
    }

    /// <summary>Adds lines to the present run, written now.</summary>
    public void Append(string ns, string pod, string container, params IReadOnlyList<string> lines) =>
        Append(ns, pod, container, previous: false, [.. lines.Select(line => new LogLine(clock.GetUtcNow(), line))]);

    /// <summary>Adds lines to the present run or the one before.</summary>
    public void Append(string ns, string pod, string container, bool previous, IReadOnlyList<LogLine> lines)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            var key = (ns, pod, container, previous);
            if (!runs.TryGetValue(key, out var run))
            {
                runs[key] = run = [];
            }

            run.AddRange(lines);
            signal = written;
            written = NewSignal();
        }

        signal.TrySetResult();
    }

    /// <summary>The container starts anew: the present run becomes the previous one.</summary>
    public void Restart(string ns, string pod, string container)
    {
        lock (gate)
        {
            runs.Remove((ns, pod, container, false), out var ended);
            runs[(ns, pod, container, true)] = ended ?? [];
        }
    }

    /// <summary>The lines of a run; null when there is none.</summary>
    public IReadOnlyList<LogLine>? Read(string ns, string pod, string container, bool previous)
    {
        lock (gate)
        {
            return runs.TryGetValue((ns, pod, container, previous), out var run) ? [.. run] : null;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
