using Shouldly;

namespace Bot.Testing;

/// <summary>Compares what was made with a file of the repository; <c>UPDATE_GOLDEN=1</c> rewrites the file, which a build server (<c>CI=true</c>) refuses.</summary>
public static class Golden
{
    /// <param name="actual">What was made.</param>
    /// <param name="path">The file, from the root of the repository, with <c>/</c>.</param>
    public static void ShouldMatch(string actual, string path)
    {
        var file = Path.Combine([SharedFiles.RepositoryRoot, .. path.Split('/')]);
        var made = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldNotBe("true", "Golden files are never rewritten on a build server.");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, made);
            return;
        }

        File.Exists(file).ShouldBeTrue($"{path} is missing. UPDATE_GOLDEN=1 writes it.");
        made.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n"), $"{path} differs. UPDATE_GOLDEN=1 rewrites it; read the change before you commit it.");
    }
}
