namespace Bot.Testing;

/// <summary>Finds the folder of recordings and dumps that stands beside the repository on machines of the team.</summary>
public static class SharedFiles
{
    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Root => Found.Value;

    /// <summary>The root of the repository in which the tests were built.</summary>
    public static string RepositoryRoot { get; } = FindRepository();

    /// <summary>The path of a file or folder below the shared folder; only for tests that bear a Shared attribute.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) =>
        Path.Combine([Root ?? throw new InvalidOperationException("The shared folder is absent: mark the test with [SharedFact]."), .. parts]);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Bot.sln above {AppContext.BaseDirectory}.");
    }

    // A checkout may lie one or two folders deeper than the clone itself (a worktree beside its siblings).
    private static string? Find()
    {
        var folder = new DirectoryInfo(RepositoryRoot).Parent;
        for (var step = 0; step < 2 && folder is not null; step++, folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "recordings")))
            {
                return candidate;
            }
        }

        return null;
    }
}
