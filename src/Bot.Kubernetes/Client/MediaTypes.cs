namespace Bot.Kubernetes.Client;

/// <summary>Media types that are asked for; what came is told by the answer's Content-Type.</summary>
internal static class MediaTypes
{
    public const string Protobuf = "application/vnd.kubernetes.protobuf";

    // Custom resources have no protobuf and answer 406 where JSON is not the second choice.
    public const string ProtobufOrJson = "application/vnd.kubernetes.protobuf,application/json";

    public const string MetadataList = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    public const string Metadata = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

    public const string AggregatedDiscovery =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";
}
