using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Tests.Kinds;

/// <summary>A record as text, so that records can be compared by what they hold.</summary>
internal static class RecordText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static string Of(ClusterObject item) => JsonSerializer.Serialize(item, item.GetType(), Options);
}
