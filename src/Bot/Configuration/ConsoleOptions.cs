namespace Bot.Configuration;

/// <summary>The web console, under <c>Bot:Console</c>.</summary>
public sealed class ConsoleOptions
{
    /// <summary>Address of the console. Loopback only: the console has no login yet. Default <c>http://127.0.0.1:5080</c>.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Serve the console at all. Default true.</summary>
    public bool Enabled { get; set; } = true;
}
