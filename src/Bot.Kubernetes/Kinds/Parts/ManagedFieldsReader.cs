using System.Text.Json;

namespace Bot.Kubernetes.Kinds;

/// <summary>The one thing that managed fields are read for: when somebody last changed the object itself.</summary>
internal static class ManagedFieldsReader
{
    /// <summary>The newest entry that is not of a subresource (the controller's own writes to the status); null without entries.</summary>
    public static DateTimeOffset? ChangedAt(JsonElement item)
    {
        DateTimeOffset? newest = null;
        foreach (var entry in item.At("metadata"u8, "managedFields"u8).Items())
        {
            if (entry.At("subresource"u8).IsMissing() && entry.At("time"u8).Time() is { } at && !(newest >= at))
            {
                newest = at;
            }
        }

        return newest;
    }
}
