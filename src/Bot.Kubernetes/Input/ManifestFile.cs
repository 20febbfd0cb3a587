namespace Bot.Kubernetes.Input;

/// <summary>A file by the name that messages show. Files found in a folder may be something else than manifests (Helm values): these are passed over.</summary>
internal sealed record ManifestFile(string Name, bool FromFolder);
