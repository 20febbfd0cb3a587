using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class IngressClassReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new IngressClass
    {
        Metadata = metadata,
        Controller = item.At("spec"u8, "controller"u8).Text(),
        IsDefault = metadata.Annotations["ingressclass.kubernetes.io/is-default-class"] == "true",
    };
}
