using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal static class ProbeReader
{
    public static Probe? Read(JsonElement probe)
    {
        if (probe.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var http = probe.At("httpGet"u8);
        var tcp = probe.At("tcpSocket"u8);
        var grpc = probe.At("grpc"u8);
        var (sort, target) = !http.IsMissing() ? ("httpGet", http) : !tcp.IsMissing() ? ("tcpSocket", tcp) : !grpc.IsMissing() ? ("grpc", grpc) : ("exec", default);
        return ProbeParts.Make(
            sort,
            target.At("port"u8).Text(),
            http.At("path"u8).Text(),
            probe.At("initialDelaySeconds"u8).Int(),
            probe.At("timeoutSeconds"u8).Int(),
            probe.At("periodSeconds"u8).Int(),
            probe.At("failureThreshold"u8).Int());
    }
}
