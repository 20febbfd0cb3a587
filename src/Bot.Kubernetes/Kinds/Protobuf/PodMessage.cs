using Bot.Core.Clusters;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

/// <summary>A <c>core/v1</c> Pod. Gives the same record as its JSON.</summary>
internal static class PodMessage
{
    public static Pod? Read(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> spec = default, status = default;
        Metadata? metadata = null;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: metadata = CommonMessages.Metadata(reader.Bytes); break;
                case 2: spec = reader.Bytes; break;
                case 3: status = reader.Bytes; break;
                default: break;
            }
        }

        return metadata is null ? null : PodStatusMessage.AddTo(PodSpecMessage.Read(metadata, spec), status);
    }
}
