using System.Text.Json;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Tests.Client;

/// <summary>Just enough of any object to see that the right one came.</summary>
internal sealed record Item(string Namespace, string Name, string ResourceVersion, string Kind)
{
    public static IItemReader<Item> Json { get; } = new Reader(protobuf: false);

    public static IItemReader<Item> Protobuf { get; } = new Reader(protobuf: true);

    private sealed class Reader(bool protobuf) : IItemReader<Item>
    {
        public bool CanReadProtobuf => protobuf;

        public Item? ReadJson(JsonElement item)
        {
            var metadata = item.GetProperty("metadata");
            return new Item(Text(metadata, "namespace"), Text(metadata, "name"), Text(metadata, "resourceVersion"), Text(item, "kind"));
        }

        public Item? ReadProtobuf(ReadOnlyMemory<byte> item)
        {
            string name = "", @namespace = "", version = "";
            var fields = new ProtobufReader(item.Span);
            while (fields.Read())
            {
                if (fields.Field == 1)
                {
                    var metadata = new ProtobufReader(fields.Bytes);
                    while (metadata.Read())
                    {
                        name = metadata.Field == 1 ? metadata.Text : name;
                        @namespace = metadata.Field == 3 ? metadata.Text : @namespace;
                        version = metadata.Field == 6 ? metadata.Text : version;
                    }
                }
            }

            return new Item(@namespace, name, version, "protobuf");
        }

        private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";
    }
}
