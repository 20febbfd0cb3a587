using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

internal static class ContainerMessage
{
    public static ContainerSpec Read(PodNeeds needs, ReadOnlySpan<byte> bytes, bool isInit)
    {
        string name = "", image = "", pull = "", restart = "", command = "";
        Probe? liveness = null, readiness = null, startup = null;
        Resources resources = default;
        List<ContainerPort>? ports = null;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: name = reader.PooledText(); break;
                case 2: image = reader.PooledText(); break;
                case 3: command = command.Length > 0 ? command : reader.PooledText(); break;
                case 6: (ports ??= []).Add(Port(reader.Bytes)); break;
                case 7: Variable(needs, reader.Bytes); break;
                case 8: resources = ReadResources(reader.Bytes); break;
                case 10: liveness = ProbeMessage.Read(reader.Bytes); break;
                case 11: readiness = ProbeMessage.Read(reader.Bytes); break;
                case 14: pull = reader.PooledText(); break;
                case 19: VariablesFrom(needs, reader.Bytes); break;
                case 22: startup = ProbeMessage.Read(reader.Bytes); break;
                case 24: restart = reader.PooledText(); break;
                default: break;
            }
        }

        return RepeatedParts.Once(new ContainerSpec
        {
            Name = name,
            Image = image,
            ImagePullPolicy = pull,
            IsInit = isInit,
            RestartsAlways = isInit && restart == "Always",
            MemoryLimit = resources.MemoryLimit,
            MemoryRequest = resources.MemoryRequest,
            CpuLimit = resources.CpuLimit,
            CpuRequest = resources.CpuRequest,
            Ports = ports is null ? [] : RepeatedParts.Once([.. ports]),
            Command = command,
            Liveness = liveness,
            Readiness = readiness,
            Startup = startup,
        });
    }

    private static ContainerPort Port(ReadOnlySpan<byte> bytes)
    {
        var name = "";
        var number = 0;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: name = reader.PooledText(); break;
                case 3: number = (int)reader.Number; break;
                default: break;
            }
        }

        return new ContainerPort(name, number);
    }

    /// <summary>Field 2, the value, is stepped over.</summary>
    private static void Variable(PodNeeds needs, ReadOnlySpan<byte> bytes)
    {
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            if (reader.Field != 3)
            {
                continue;
            }

            for (var source = new ProtobufReader(reader.Bytes); source.Read();)
            {
                switch (source.Field)
                {
                    case 3: needs.ConfigMap(NameReference.Read(source.Bytes, optionalField: 3)); break;
                    case 4: needs.Secret(NameReference.Read(source.Bytes, optionalField: 3)); break;
                    default: break;
                }
            }
        }
    }

    private static void VariablesFrom(PodNeeds needs, ReadOnlySpan<byte> bytes)
    {
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 2: needs.ConfigMap(NameReference.Read(reader.Bytes, optionalField: 2)); break;
                case 3: needs.Secret(NameReference.Read(reader.Bytes, optionalField: 2)); break;
                default: break;
            }
        }
    }

    private static Resources ReadResources(ReadOnlySpan<byte> bytes)
    {
        Resources found = default;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            if (reader.Field is 1 or 2)
            {
                found = Amount(found, reader.Bytes, isLimit: reader.Field == 1);
            }
        }

        return found;
    }

    private static Resources Amount(Resources found, ReadOnlySpan<byte> entry, bool isLimit)
    {
        ReadOnlySpan<byte> key = default, value = default;
        for (var reader = new ProtobufReader(entry); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: key = reader.Bytes; break;
                case 2: value = reader.Bytes; break;
                default: break;
            }
        }

        Quantity? amount = CommonMessages.FirstText(value) is { Length: > 0 } text ? new Quantity(text) : null;
        return key.SequenceEqual("memory"u8) ? (isLimit ? found with { MemoryLimit = amount } : found with { MemoryRequest = amount })
            : key.SequenceEqual("cpu"u8) ? (isLimit ? found with { CpuLimit = amount } : found with { CpuRequest = amount })
            : found;
    }

    private readonly record struct Resources(Quantity? MemoryLimit, Quantity? MemoryRequest, Quantity? CpuLimit, Quantity? CpuRequest);
}
