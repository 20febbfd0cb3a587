using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A ValidatingWebhookConfiguration or a MutatingWebhookConfiguration.</summary>
public sealed record WebhookConfiguration : ClusterObject
{
    public override string Kind => IsMutating ? "MutatingWebhookConfiguration" : "ValidatingWebhookConfiguration";

    public bool IsMutating { get; init; }

    public ImmutableArray<Webhook> Webhooks { get; init; } = [];
}
