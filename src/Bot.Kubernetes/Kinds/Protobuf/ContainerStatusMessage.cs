using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

internal static class ContainerStatusMessage
{
    public static ContainerStatus Read(ReadOnlySpan<byte> bytes, bool isInit)
    {
        string name = "", image = "";
        ContainerState state = ContainerState.None, last = ContainerState.None;
        var ready = false;
        var restarts = 0;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: name = reader.PooledText(); break;
                case 2: state = State(reader.Bytes); break;
                case 3: last = State(reader.Bytes); break;
                case 4: ready = reader.Number != 0; break;
                case 5: restarts = (int)reader.Number; break;
                case 6: image = reader.PooledText(); break;
                default: break;
            }
        }

        return new ContainerStatus { Name = name, IsInit = isInit, Ready = ready, RestartCount = restarts, Image = image, State = state, LastState = last };
    }

    private static ContainerState State(ReadOnlySpan<byte> bytes)
    {
        var state = ContainerState.None;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            state = reader.Field switch
            {
                1 => Waiting(reader.Bytes),
                2 => new ContainerState(ContainerPhase.Running, StartedAt: StartOf(reader.Bytes)),
                3 => Terminated(reader.Bytes),
                _ => state,
            };
        }

        return state;
    }

    private static DateTimeOffset? StartOf(ReadOnlySpan<byte> running)
    {
        DateTimeOffset? started = null;
        for (var reader = new ProtobufReader(running); reader.Read();)
        {
            started = reader.Field == 1 ? CommonMessages.Time(reader.Bytes) : started;
        }

        return started;
    }

    private static ContainerState Waiting(ReadOnlySpan<byte> bytes)
    {
        string reason = "", message = "";
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: reason = reader.PooledText(); break;
                case 2: message = JsonReading.Cut(reader.PooledText()); break;
                default: break;
            }
        }

        return new ContainerState(ContainerPhase.Waiting, reason, message);
    }

    private static ContainerState Terminated(ReadOnlySpan<byte> bytes)
    {
        string reason = "", message = "";
        var exitCode = 0;
        DateTimeOffset? started = null, finished = null;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: exitCode = (int)reader.Number; break;
                case 3: reason = reader.PooledText(); break;
                case 4: message = JsonReading.Cut(reader.PooledText()); break;
                case 5: started = CommonMessages.Time(reader.Bytes); break;
                case 6: finished = CommonMessages.Time(reader.Bytes); break;
                default: break;
            }
        }

        return new ContainerState(ContainerPhase.Terminated, reason, message, exitCode, started, finished);
    }
}
