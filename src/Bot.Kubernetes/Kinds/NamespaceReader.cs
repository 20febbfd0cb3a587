using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class NamespaceReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Namespace
    {
        Metadata = metadata,
        Phase = item.At("status"u8, "phase"u8).Text(),
        InjectionLabelledAt = LabelledAt(item.At("metadata"u8, "managedFields"u8)),
        Conditions = ConditionReader.OfStatus(item),
    };

    /// <summary>The bookkeeping of who wrote which field is the only place that tells when a label came.</summary>
    private static DateTimeOffset? LabelledAt(JsonElement managers)
    {
        foreach (var manager in managers.Items())
        {
            var labels = manager.At("fieldsV1"u8).At("f:metadata"u8, "f:labels"u8);
            if (!labels.At("f:istio-injection"u8).IsMissing() || !labels.At("f:istio.io/rev"u8).IsMissing())
            {
                return manager.At("time"u8).Time();
            }
        }

        return null;
    }
}
