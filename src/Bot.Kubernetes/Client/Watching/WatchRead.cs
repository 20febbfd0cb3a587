using System.Text.Json;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Watching;

/// <summary>What came next on a watch: a document, a failure, or (both null) the clean end.</summary>
internal readonly record struct WatchRead(JsonDocument? Document, ApiFailure? Failure)
{
    public static WatchRead End { get; }
}
