using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal static class PodTemplateReader
{
    public static PodTemplate? Read(JsonElement template) => template.ValueKind != JsonValueKind.Object ? null : new PodTemplate(
        template.At("metadata"u8, "labels"u8).Map(),
        ContainerSpecReader.OfPodSpec(template.At("spec"u8)),
        template.At("spec"u8, "serviceAccountName"u8).Text());
}
