namespace Bot.Kubernetes.Input;

internal static class ManifestFolder
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <summary>Manifest files below a folder in a fixed order; hidden files and folders (<c>.git</c>) are left out.</summary>
    public static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal);
}
