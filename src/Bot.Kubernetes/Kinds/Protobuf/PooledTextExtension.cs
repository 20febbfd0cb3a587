using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

internal static class PooledTextExtension
{
    /// <summary>The text of the field, the same string for the same bytes.</summary>
    public static string PooledText(this in ProtobufReader reader) => StringPool.Shared.Get(reader.Bytes);
}
