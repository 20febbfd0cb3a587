namespace Bot.Simulator.Scenarios;

/// <summary>A scenario that cannot be used: where, and what is wrong. The message is meant for the person who wrote it.</summary>
public sealed class ScenarioException : Exception
{
    public ScenarioException(string message)
        : base(message)
    {
    }

    public ScenarioException(string file, long line, string problem, Exception? inner = null)
        : base($"{file}, line {line}: {problem}", inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file with the fault; empty when no file is to blame.</summary>
    public string File { get; } = "";

    /// <summary>Its line, counted from 1; 0 when no file is to blame.</summary>
    public long Line { get; }
}
