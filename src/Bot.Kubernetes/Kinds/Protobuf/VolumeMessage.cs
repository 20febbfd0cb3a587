using Bot.Kubernetes.Client.Protobuf;

namespace Bot.Kubernetes.Kinds;

internal static class VolumeMessage
{
    public static void Read(PodNeeds needs, string pod, ReadOnlySpan<byte> bytes)
    {
        var name = "";
        ReadOnlySpan<byte> source = default;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: name = reader.PooledText(); break;
                case 2: source = reader.Bytes; break;
                default: break;
            }
        }

        for (var reader = new ProtobufReader(source); reader.Read();)
        {
            switch (reader.Field)
            {
                case 6: Secret(needs, reader.Bytes); break;
                case 10: needs.Claim(CommonMessages.FirstText(reader.Bytes)); break;
                case 19: needs.ConfigMap(NameReference.Read(reader.Bytes, optionalField: 4)); break;
                case 26: Projected(needs, reader.Bytes); break;
                case 29: needs.EphemeralClaim(pod, name); break;
                default: break;
            }
        }
    }

    /// <summary>Unlike all other references the name stands here as a plain text.</summary>
    private static void Secret(PodNeeds needs, ReadOnlySpan<byte> bytes)
    {
        var name = "";
        var optional = false;
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            switch (reader.Field)
            {
                case 1: name = reader.PooledText(); break;
                case 4: optional = reader.Number != 0; break;
                default: break;
            }
        }

        needs.Secret(name, optional);
    }

    private static void Projected(PodNeeds needs, ReadOnlySpan<byte> bytes)
    {
        for (var reader = new ProtobufReader(bytes); reader.Read();)
        {
            if (reader.Field != 1)
            {
                continue;
            }

            for (var source = new ProtobufReader(reader.Bytes); source.Read();)
            {
                switch (source.Field)
                {
                    case 1: needs.Secret(NameReference.Read(source.Bytes, optionalField: 4)); break;
                    case 3: needs.ConfigMap(NameReference.Read(source.Bytes, optionalField: 4)); break;
                    default: break;
                }
            }
        }
    }
}
