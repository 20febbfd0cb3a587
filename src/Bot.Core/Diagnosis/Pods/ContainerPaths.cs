using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Field paths of containers, as evidence writes them.</summary>
internal static class ContainerPaths
{
    public static string Status(ContainerStatus status, string field) => $"status.{(status.IsInit ? "initContainerStatuses" : "containerStatuses")}[{status.Name}].{field}";

    public static string Spec(ContainerStatus status, string field) => $"spec.{(status.IsInit ? "initContainers" : "containers")}[{status.Name}].{field}";
}
