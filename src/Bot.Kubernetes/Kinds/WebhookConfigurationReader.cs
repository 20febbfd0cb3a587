using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class WebhookConfigurationReader(bool isMutating) : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new WebhookConfiguration
    {
        Metadata = metadata,
        IsMutating = isMutating,
        Webhooks = item.At("webhooks"u8).Each(Webhook),
    };

    private static Webhook Webhook(JsonElement webhook) => new()
    {
        Name = webhook.At("name"u8).Text(),
        FailurePolicy = webhook.At("failurePolicy"u8).Text() is { Length: > 0 } policy ? policy : "Fail",
        ServiceNamespace = webhook.At("clientConfig"u8, "service"u8).At("namespace"u8).Text(),
        ServiceName = webhook.At("clientConfig"u8, "service"u8).At("name"u8).Text(),
        Url = webhook.At("clientConfig"u8, "url"u8).Text(),
        Resources = [.. webhook.At("rules"u8).Each(Guarded).SelectMany(static list => list).Distinct()],
    };

    private static IEnumerable<string> Guarded(JsonElement rule) =>
        from groupName in rule.At("apiGroups"u8).Texts()
        from resource in rule.At("resources"u8).Texts()
        select $"{groupName}/{resource}";
}
