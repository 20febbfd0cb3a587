using Bot.Core.Clusters;

namespace Bot.Kubernetes.Observing;

/// <summary>One run of one container. The number of restarts tells runs apart.</summary>
internal sealed record LogTarget(Metadata Pod, string Container, bool Previous, int RestartCount)
{
    public (string Uid, string Namespace, string Name, string Container, bool Previous, int RestartCount) Key =>
        (Pod.Uid, Pod.Namespace, Pod.Name, Container, Previous, RestartCount);

    public bool Equals(LogTarget? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode();
}
