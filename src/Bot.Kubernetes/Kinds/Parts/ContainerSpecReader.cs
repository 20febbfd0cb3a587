using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal static class ContainerSpecReader
{
    /// <summary>Init containers first, as they run.</summary>
    public static ImmutableArray<ContainerSpec> OfPodSpec(JsonElement podSpec) => RepeatedParts.Once(
    [
        .. podSpec.At("initContainers"u8).Each(static container => Read(container, isInit: true)),
        .. podSpec.At("containers"u8).Each(static container => Read(container, isInit: false)),
    ]);

    private static string First(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? list[0].Text() : "";

    private static ContainerSpec Read(JsonElement container, bool isInit)
    {
        var limits = container.At("resources"u8, "limits"u8);
        var requests = container.At("resources"u8, "requests"u8);
        return RepeatedParts.Once(new ContainerSpec
        {
            Name = container.At("name"u8).Text(),
            Image = container.At("image"u8).Text(),
            ImagePullPolicy = container.At("imagePullPolicy"u8).Text(),
            IsInit = isInit,
            RestartsAlways = isInit && container.At("restartPolicy"u8).Text() == "Always",
            MemoryLimit = limits.At("memory"u8).Quantity(),
            MemoryRequest = requests.At("memory"u8).Quantity(),
            CpuLimit = limits.At("cpu"u8).Quantity(),
            CpuRequest = requests.At("cpu"u8).Quantity(),
            Ports = RepeatedParts.Once(container.At("ports"u8).Each(static port => new ContainerPort(port.At("name"u8).Text(), port.At("containerPort"u8).Int()))),
            Command = First(container.At("command"u8)),
            Liveness = ProbeReader.Read(container.At("livenessProbe"u8)),
            Readiness = ProbeReader.Read(container.At("readinessProbe"u8)),
            Startup = ProbeReader.Read(container.At("startupProbe"u8)),
        });
    }
}
