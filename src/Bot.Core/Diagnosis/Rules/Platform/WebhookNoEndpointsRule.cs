using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>An admission webhook's Service has no ready endpoint: what it guards can no longer be written (policy Fail) or is written unchecked (Ignore).</summary>
internal sealed class WebhookNoEndpointsRule : IDiagnosticRule
{
    private const int MostResources = 3;

    public RuleDescriptor Descriptor { get; } = new(
        RuleIds.WebhookNoEndpoints,
        Severity.Warning.To(Severity.Critical),
        ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "Service", "EndpointSlice", "Pod", "Application"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var configuration in snapshot.All<WebhookConfiguration>())
        {
            foreach (var webhook in configuration.Webhooks.Where(webhook => webhook is { ServiceName.Length: > 0, Resources.Length: > 0 }))
            {
                var service = new ObjectRef("Service", webhook.ServiceNamespace, webhook.ServiceName);
                var pods = snapshot.Find(service) is Service found ? snapshot.Pods.Selected(found.Namespace, found.Selector).ToList() : [];
                var since = pods.Max(pod => pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.Metadata.CreatedAt);
                if (!HasNoEndpoint(snapshot, service) || IsYoung(since, context) || IsYoung(configuration.Metadata.CreatedAt, context) || IsYoung(snapshot.Find(service)?.Metadata.CreatedAt, context))
                {
                    continue;
                }

                yield return Found(configuration, webhook, service, pods, since, snapshot);
            }
        }
    }

    // While a chart is being installed, the configuration is often there before the pods.
    private static bool IsYoung(DateTimeOffset? since, DiagnosisContext context) => since is not null && !context.IsOlder(since, context.Thresholds.Platform.Webhook);

    private static bool HasNoEndpoint(ClusterSnapshot snapshot, ObjectRef service) => snapshot.PresenceOf(service) switch
    {
        Presence.Absent => true,
        Presence.Present => snapshot.Find(service) is not Service { Type: "ExternalName" } && snapshot.Pods.ReadyEndpoints(service) == 0,
        _ => false,
    };

    private Finding Found(WebhookConfiguration configuration, Webhook webhook, ObjectRef service, List<Pod> pods, DateTimeOffset? since, ClusterSnapshot snapshot)
    {
        var refuses = webhook.FailurePolicy != "Ignore";
        var exists = snapshot.PresenceOf(service) == Presence.Present;
        var owners = pods.Select(pod => snapshot.Owners.TopOf(pod)).Distinct().ToList();
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = refuses ? Severity.Critical : Severity.Warning,
            Subject = configuration.Ref,
            Variant = !refuses ? "ignore" : exists ? "" : "absent",
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("webhook", webhook.Name), new("service", service.Name), new("serviceNamespace", service.Namespace), new("pods", pods.Count),
                new("resources", string.Join(", ", webhook.Resources.Select(resource => resource[(resource.IndexOf('/') + 1)..]).Distinct().Take(MostResources))),
            ]),
            Evidence =
            [
                new Evidence(configuration.Ref, $"webhooks[{webhook.Name}].failurePolicy", webhook.FailurePolicy),
                new Evidence(service, "endpoints (ready)", exists ? $"0/{pods.Count}" : "Service not found"),
                .. pods.Take(1).Select(pod => new Evidence(pod.Ref, "status.conditions[Ready]", pod.ConditionOf("Ready")?.Message is { Length: > 0 } text ? text : "False") { At = since }),
                .. Blocked(snapshot, webhook).Take(1).Select(pair => new Evidence(pair.App.Ref, pair.Field, pair.Text)),
            ],
            Command = $"kubectl -n {service.Namespace} get pods,endpointslices -l kubernetes.io/service-name={service.Name}",
            BlocksDelivery = refuses,
            Affected = [service, .. owners, .. Blocked(snapshot, webhook).Select(pair => pair.App.Ref).Distinct()],
            PointsTo = [service],
        };
    }

    private static IEnumerable<(Application App, string Field, string Text)> Blocked(ClusterSnapshot snapshot, Webhook webhook) =>
        from application in snapshot.All<Application>()
        from said in application.Conditions.Select(condition => (Field: $"status.conditions[{condition.Type}].message", Text: condition.Message))
            .Concat(application.OperationState is { } state
                ? (state.SyncResult?.Resources ?? []).Select(resource => (Field: $"status.operationState.syncResult.resources[{resource.Kind}/{resource.Name}].message", Text: resource.Message)).Append((Field: "status.operationState.message", Text: state.Message))
                : [])
        where said.Text.Contains("failed calling webhook", StringComparison.Ordinal) && said.Text.Contains(webhook.Name, StringComparison.Ordinal)
        select (application, said.Field, said.Text);
}
