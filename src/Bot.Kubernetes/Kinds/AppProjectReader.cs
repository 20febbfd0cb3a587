using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class AppProjectReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new AppProject
    {
        Metadata = metadata,
        SyncWindows = item.At("spec"u8, "syncWindows"u8).Each(static window => new SyncWindow
        {
            Type = window.At("kind"u8).Text(),
            Schedule = window.At("schedule"u8).Text(),
            Duration = window.At("duration"u8).Text(),
            TimeZone = window.At("timeZone"u8).Text(),
            ManualSync = window.At("manualSync"u8).Bool(),
            AndOperator = window.At("andOperator"u8).Bool(),
            SyncOverrun = window.At("syncOverrun"u8).Bool(),
            Applications = window.At("applications"u8).Texts(),
            Namespaces = window.At("namespaces"u8).Texts(),
            Clusters = window.At("clusters"u8).Texts(),
        }),
    };
}
