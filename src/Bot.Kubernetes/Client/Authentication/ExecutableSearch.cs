namespace Bot.Kubernetes.Client.Authentication;

/// <summary>Finds a command as a shell does: in PATH only. The working directory is never searched.</summary>
internal static class ExecutableSearch
{
    public static string? Find(string command, string? path)
    {
        if (Path.IsPathRooted(command))
        {
            return Exists(command);
        }

        return (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Select(folder => Exists(Path.Combine(folder, command)))
            .FirstOrDefault(found => found is not null);
    }

    private static string? Exists(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return new[] { file, file + ".exe", file + ".cmd" }.FirstOrDefault(candidate => Path.HasExtension(candidate) && File.Exists(candidate));
        }

        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (File.GetUnixFileMode(file) & AnyExecute) != UnixFileMode.None ? file : null;
    }
}
