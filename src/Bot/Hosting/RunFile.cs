using System.Text.Json;

namespace Bot.Hosting;

/// <summary><c>run.json</c> in the data directory: how other processes of the same user find a running bot. Mode 0600: it may hold the demo's kubeconfig.</summary>
public sealed record RunFile(int ProcessId, string Url, string? DemoKubeconfig, string? Scenario)
{
    public const string Name = "run.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Null when no bot runs with this data directory: there is no file, or nobody holds the lock.</summary>
    public static RunFile? Find(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, Name);
        if (!File.Exists(path) || !RunLock.IsHeld(dataDirectory))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<RunFile>(File.ReadAllText(path), Json);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, Name);
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(fresh, options))
        {
            JsonSerializer.Serialize(stream, this, Json);
        }

        File.Move(fresh, path, overwrite: true);
    }

    public static void Delete(string dataDirectory) => File.Delete(Path.Combine(dataDirectory, Name));
}
