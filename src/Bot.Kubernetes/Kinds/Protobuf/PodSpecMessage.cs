using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

internal static class PodSpecMessage
{
    public static Pod Read(Metadata metadata, ReadOnlySpan<byte> bytes)
    {
        string node = "", restart = "", account = "";
        var hostNetwork = false;
        var needs = PodNeeds.Begin();
        var selector = MapScratch.Begin();
        List<string>? gates = null;
        List<ContainerSpec>? init = null;
        List<ContainerSpec> main = [];
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: VolumeMessage.Read(needs, metadata.Name, reader.Bytes); break;
                case 2: main.Add(ContainerMessage.Read(needs, reader.Bytes, isInit: false)); break;
                case 3: restart = reader.PooledText(); break;
                case 7: CommonMessages.AddEntry(selector, reader.Bytes); break;
                case 8: account = reader.PooledText(); break;
                case 10: node = reader.PooledText(); break;
                case 11: hostNetwork = reader.Number != 0; break;
                case 15: needs.Secret(CommonMessages.FirstText(reader.Bytes)); break;
                case 20: (init ??= []).Add(ContainerMessage.Read(needs, reader.Bytes, isInit: true)); break;
                case 38: (gates ??= []).Add(CommonMessages.FirstText(reader.Bytes)); break;
                default: break;
            }
        }

        return new Pod
        {
            Metadata = metadata,
            NodeName = node,
            HostNetwork = hostNetwork,
            RestartPolicy = restart,
            ServiceAccountName = account,
            NodeSelector = selector.Take(),
            SchedulingGates = gates is null ? [] : RepeatedParts.Once([.. gates]),
            Containers = RepeatedParts.Once(init is null ? [.. main] : [.. init, .. main]),
            Claims = needs.Claims,
            Secrets = needs.Secrets,
            ConfigMaps = needs.ConfigMaps,
        };
    }
}
