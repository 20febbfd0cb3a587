using Bot.Core.Clusters;
using Bot.Core.Diagnosis;

namespace Bot.Kubernetes.Input;

/// <summary>Reads Kubernetes objects from files, folders and standard input (<c>-</c>) into a snapshot.</summary>
public sealed class ManifestReader(CompleteKinds complete)
{
    /// <summary>A fault in a document, or a file that cannot be opened, costs that document or file only.</summary>
    /// <param name="paths">Files, folders (read with their subfolders), <c>-</c>; of the same object in several the last one counts.</param>
    /// <param name="standardInput">Read when a path is <c>-</c>.</param>
    /// <param name="now">The time of which the snapshot speaks.</param>
    public ManifestInput Read(IEnumerable<string> paths, Stream standardInput, DateTimeOffset now)
    {
        var collector = new ManifestCollector();
        foreach (var path in paths)
        {
            if (path == "-")
            {
                Take(collector, path, fromFolder: false, () => ReadAll(standardInput));
            }
            else if (Directory.Exists(path))
            {
                foreach (var file in ManifestFolder.FilesOf(path))
                {
                    Take(collector, file, fromFolder: true, () => File.ReadAllBytes(file));
                }
            }
            else
            {
                Take(collector, path, fromFolder: false, () => File.ReadAllBytes(path));
            }
        }

        return collector.Build(complete, now);
    }

    private static void Take(ManifestCollector collector, string file, bool fromFolder, Func<byte[]> read)
    {
        try
        {
            ManifestText.Read(read(), new ManifestFile(file, fromFolder), collector);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            collector.AddUnread(new UnreadDocument(file, 0, 0, exception.Message));
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
