using System.Text.Json;

namespace Bot.Kubernetes.Client;

/// <summary>The answer to a deletion: gone at once, or the object as it waits for finalizers or its grace period.</summary>
public sealed record Deletion(bool Gone, JsonElement Answer);
