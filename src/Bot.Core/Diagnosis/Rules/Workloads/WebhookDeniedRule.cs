using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>An admission webhook or policy answered, and its answer to the pod is no. A webhook that does not answer has a rule of its own.</summary>
internal sealed class WebhookDeniedRule() : CreateFailureRule(RuleIds.RsWebhookDenied, CreateFault.Webhook, "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration")
{
    protected override Finding Describe(Finding start, CreateFailure failure, string name, ClusterSnapshot snapshot) => start with
    {
        Variant = failure.Message.Contains("ValidatingAdmissionPolicy", StringComparison.Ordinal) ? "policy" : "",
        Evidence =
        [
            .. start.Evidence,
            .. snapshot.All<WebhookConfiguration>()
                .SelectMany(configuration => configuration.Webhooks.Where(webhook => webhook.Name == name).Select(webhook => (configuration, webhook)))
                .Take(1)
                .Select(pair => new Evidence(pair.configuration.Ref, $"webhooks[{name}].clientConfig.service", $"{pair.webhook.ServiceNamespace}/{pair.webhook.ServiceName}")),
        ],
    };
}
