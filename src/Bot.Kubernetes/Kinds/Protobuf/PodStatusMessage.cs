using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

internal static class PodStatusMessage
{
    public static Pod AddTo(Pod pod, ReadOnlySpan<byte> bytes)
    {
        string phase = "", reason = "", message = "", nominated = "", ip = "";
        DateTimeOffset? started = null;
        List<Condition>? conditions = null;
        List<ContainerStatus>? init = null;
        List<ContainerStatus> main = [];
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: phase = reader.PooledText(); break;
                case 2: (conditions ??= []).Add(Condition(reader.Bytes)); break;
                case 3: message = JsonReading.Cut(reader.PooledText()); break;
                case 4: reason = reader.PooledText(); break;
                case 6: ip = reader.Text; break;
                case 7: started = CommonMessages.Time(reader.Bytes); break;
                case 8: main.Add(ContainerStatusMessage.Read(reader.Bytes, isInit: false)); break;
                case 10: (init ??= []).Add(ContainerStatusMessage.Read(reader.Bytes, isInit: true)); break;
                case 11: nominated = reader.PooledText(); break;
                default: break;
            }
        }

        return pod with
        {
            Phase = phase,
            Reason = reason,
            Message = message,
            NominatedNodeName = nominated,
            Ip = ip,
            StartedAt = started,
            Conditions = conditions is null ? [] : [.. conditions],
            Statuses = init is null ? [.. main] : [.. init, .. main],
        };
    }

    private static Condition Condition(ReadOnlySpan<byte> bytes)
    {
        string type = "", status = "", reason = "", message = "";
        DateTimeOffset? changed = null;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: type = reader.PooledText(); break;
                case 2: status = reader.PooledText(); break;
                case 4: changed = CommonMessages.Time(reader.Bytes); break;
                case 5: reason = reader.PooledText(); break;
                case 6: message = JsonReading.Cut(reader.PooledText()); break;
                default: break;
            }
        }

        return new Condition(type, status, reason, message, changed);
    }
}
