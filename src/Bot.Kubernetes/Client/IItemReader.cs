using System.Text.Json;

namespace Bot.Kubernetes.Client;

/// <summary>Turns one object of the wire into a slim record. Null means: not wanted.</summary>
public interface IItemReader<out T>
    where T : class
{
    /// <summary>Whether the list is to be asked for as protobuf. JSON stays the second way.</summary>
    bool CanReadProtobuf { get; }

    /// <summary>The element is valid only during the call: copy what is kept. Items of built-in kinds in a list bear no apiVersion and no kind.</summary>
    T? ReadJson(JsonElement item);

    /// <summary>The bytes of one message of the kind, without envelope; valid only during the call.</summary>
    T? ReadProtobuf(ReadOnlyMemory<byte> item);
}
