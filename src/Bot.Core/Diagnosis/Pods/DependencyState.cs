namespace Bot.Core.Diagnosis.Pods;

/// <summary>What the snapshot knows of something that cannot be reached.</summary>
public enum DependencyState
{
    /// <summary>Services or their endpoints were not read.</summary>
    Unknown,

    /// <summary>In the cluster, and nothing behind it is ready.</summary>
    Down,

    /// <summary>In the cluster and ready: something between the two is in the way.</summary>
    Ready,

    /// <summary>A name of this cluster without a Service.</summary>
    Missing,

    /// <summary>Not in this cluster.</summary>
    Outside,
}
