using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class StorageClassReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new StorageClass
    {
        Metadata = metadata,
        Provisioner = item.At("provisioner"u8).Text(),
        BindingMode = item.At("volumeBindingMode"u8).Text() is { Length: > 0 } mode ? mode : "Immediate",
        AllowsExpansion = item.At("allowVolumeExpansion"u8).Bool(),
        IsDefault = metadata.Annotations["storageclass.kubernetes.io/is-default-class"] == "true"
            || metadata.Annotations["storageclass.beta.kubernetes.io/is-default-class"] == "true",
    };
}
