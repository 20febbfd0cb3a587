using Bot.Core.Diagnosis;

namespace Bot.Kubernetes.Input;

/// <summary>Where a document stands, for messages.</summary>
internal readonly record struct DocumentPlace(ManifestFile File, int Document, int Line)
{
    public UnreadDocument Unread(string message) => new(File.Name, Document, Line, message);
}
