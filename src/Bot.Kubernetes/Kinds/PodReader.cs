using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class PodReader : KindReader
{
    public override bool CanReadProtobuf => true;

    public override ClusterObject? ReadProtobuf(ReadOnlyMemory<byte> item) => PodMessage.Read(item.Span);

    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        var status = item.At("status"u8);
        var needs = PodNeedsReader.Read(metadata.Name, spec);
        return new Pod
        {
            Metadata = metadata,
            Phase = status.At("phase"u8).Text(),
            Reason = status.At("reason"u8).Text(),
            Message = status.At("message"u8).Message(),
            NodeName = spec.At("nodeName"u8).Text(),
            NominatedNodeName = status.At("nominatedNodeName"u8).Text(),
            HostNetwork = spec.At("hostNetwork"u8).Bool(),
            RestartPolicy = spec.At("restartPolicy"u8).Text(),
            ServiceAccountName = spec.At("serviceAccountName"u8).Text(),
            Ip = status.At("podIP"u8).OwnText(),
            NodeSelector = spec.At("nodeSelector"u8).Map(),
            SchedulingGates = RepeatedParts.Once(spec.At("schedulingGates"u8).Each(static gate => gate.At("name"u8).Text())),
            StartedAt = status.At("startTime"u8).Time(),
            Containers = ContainerSpecReader.OfPodSpec(spec),
            Statuses =
            [
                .. status.At("initContainerStatuses"u8).Each(static item => Status(item, isInit: true)),
                .. status.At("containerStatuses"u8).Each(static item => Status(item, isInit: false)),
            ],
            Conditions = ConditionReader.Read(status.At("conditions"u8)),
            Claims = needs.Claims,
            Secrets = needs.Secrets,
            ConfigMaps = needs.ConfigMaps,
        };
    }

    private static ContainerStatus Status(JsonElement status, bool isInit) => new()
    {
        Name = status.At("name"u8).Text(),
        IsInit = isInit,
        Ready = status.At("ready"u8).Bool(),
        RestartCount = status.At("restartCount"u8).Int(),
        Image = status.At("image"u8).Text(),
        State = State(status.At("state"u8)),
        LastState = State(status.At("lastState"u8)),
    };

    private static ContainerState State(JsonElement state)
    {
        if (state.At("running"u8) is { ValueKind: JsonValueKind.Object } running)
        {
            return new ContainerState(ContainerPhase.Running, StartedAt: running.At("startedAt"u8).Time());
        }

        if (state.At("waiting"u8) is { ValueKind: JsonValueKind.Object } waiting)
        {
            return new ContainerState(ContainerPhase.Waiting, waiting.At("reason"u8).Text(), waiting.At("message"u8).Message());
        }

        return state.At("terminated"u8) is not { ValueKind: JsonValueKind.Object } ended ? ContainerState.None : new ContainerState(
            ContainerPhase.Terminated,
            ended.At("reason"u8).Text(),
            ended.At("message"u8).Message(),
            ended.At("exitCode"u8).Int(),
            ended.At("startedAt"u8).Time(),
            ended.At("finishedAt"u8).Time());
    }
}
