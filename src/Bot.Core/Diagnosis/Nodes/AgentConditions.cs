using System.Collections.Frozen;

namespace Bot.Core.Diagnosis.Nodes;

/// <summary>Conditions that agents write on nodes and that mean a fault, with the status that is bad. A type that does not stand here is ignored: nobody knows its polarity.</summary>
internal static class AgentConditions
{
    // node-problem-detector: True is bad. Some of its types are kept until the agent or the node starts again.
    private static readonly FrozenSet<string> Problems = FrozenSet.ToFrozenSet(
    [
        "KernelDeadlock", "ReadonlyFilesystem", "XfsShutdown", "CperHardwareErrorFatal", "CorruptDockerOverlay2", "FrequentUnregisterNetDevice",
        "FrequentKubeletRestart", "FrequentContainerdRestart", "FrequentDockerRestart", "KubeletUnhealthy", "ContainerRuntimeUnhealthy", "KubeletProblem", "ContainerRuntimeProblem",
        "FilesystemCorruptionProblem", "NTPProblem",
    ]);

    // Node monitoring agent of EKS: False is bad.
    private static readonly FrozenSet<string> Health = FrozenSet.ToFrozenSet(["ContainerRuntimeReady", "StorageReady", "NetworkingReady", "KernelReady", "AcceleratedHardwareReady"]);

    public static bool IsBad(string type, string status) => status switch
    {
        "True" => Problems.Contains(type),
        "False" => Health.Contains(type),
        _ => false,
    };

    /// <summary>True for types that stay set after the trouble is over.</summary>
    public static bool Latches(string type) => Problems.Contains(type);
}
