using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class PodDisruptionBudgetReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new PodDisruptionBudget
    {
        Metadata = metadata,
        Selector = LabelSelectorReader.Read(item.At("spec"u8, "selector"u8)),
        DisruptionsAllowed = item.At("status"u8, "disruptionsAllowed"u8).Int(),
        CurrentHealthy = item.At("status"u8, "currentHealthy"u8).Int(),
        DesiredHealthy = item.At("status"u8, "desiredHealthy"u8).Int(),
        ExpectedPods = item.At("status"u8, "expectedPods"u8).Int(),
    };
}
