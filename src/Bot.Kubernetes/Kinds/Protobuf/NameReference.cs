using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

/// <summary>A reference to a Secret or ConfigMap by name; field 1 is a message whose field 1 is the name.</summary>
internal readonly record struct NameReference(string Name, bool Optional)
{
    public static NameReference Read(ReadOnlySpan<byte> bytes, int optionalField)
    {
        var name = "";
        var optional = false;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            if (reader.Field == 1)
            {
                name = CommonMessages.FirstText(reader.Bytes);
            }
            else if (reader.Field == optionalField)
            {
                optional = reader.Number != 0;
            }
        }

        return new NameReference(name, optional);
    }
}
