using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client;

/// <summary>
/// One event of a watch. <see cref="Item"/> is null where the reader does not want the object (any more):
/// then drop what is known under <see cref="Namespace"/> and <see cref="Name"/>.
/// </summary>
public sealed record WatchEvent<T>(
    WatchEventKind Kind,
    T? Item = null,
    string Namespace = "",
    string Name = "",
    string Uid = "",
    string ResourceVersion = "",
    ApiFailure? Failure = null)
    where T : class;
