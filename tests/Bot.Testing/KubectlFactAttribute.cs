using Xunit;

namespace Bot.Testing;

/// <summary>A fact that runs the real kubectl; skipped with one line where it is absent.</summary>
public sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute()
    {
        if (Path is null)
        {
            Skip = "kubectl is not installed.";
        }
    }

    /// <summary>Where kubectl lies, or null.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(static folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl"))
        .FirstOrDefault(File.Exists);
}
