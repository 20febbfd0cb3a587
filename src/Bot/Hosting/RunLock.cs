namespace Bot.Hosting;

/// <summary>Held by a running bot, so that two never write one data directory. The lock ends with the process, however it ends.</summary>
public sealed class RunLock : IDisposable
{
    private const string Name = "run.lock";

    private readonly FileStream stream;

    private RunLock(FileStream stream) => this.stream = stream;

    /// <summary>Null when another process holds it.</summary>
    public static RunLock? Take(string dataDirectory)
    {
        try
        {
            return new RunLock(new FileStream(Path.Combine(dataDirectory, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static bool IsHeld(string dataDirectory)
    {
        if (!File.Exists(Path.Combine(dataDirectory, Name)))
        {
            return false;
        }

        using var taken = Take(dataDirectory);
        return taken is null;
    }

    public void Dispose() => stream.Dispose();
}
