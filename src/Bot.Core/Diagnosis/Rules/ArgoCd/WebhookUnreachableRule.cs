using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// The API server could not call an admission webhook and refused what a sync applied. The webhook is told once, with all
/// Applications that it holds back; what made it silent is told by the rules about webhooks, Services and pods.
/// </summary>
internal sealed class WebhookUnreachableRule() : FailedSyncRule(
    RuleIds.ArgoCdWebhookUnreachable, Severity.Warning.To(Severity.Critical), "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "Service", "EndpointSlice")
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.WebhookUnreachable;

    protected override string GroupOf(FailedSync failed) => FailureWords.Webhook(failed.Told.Text) is { Length: > 0 } name ? $"webhook {name}" : base.GroupOf(failed);

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var call = WebhookCall.Of(failed, snapshot);
        var again = call.AnswersAgain(snapshot);
        var start = Start(
            failed,
            snapshot,
            context,
            again ? Severity.Warning : Severity.Critical,
            ("webhook", call.ShortName.Length > 0 ? call.ShortName : new TextKey("operation.webhook-unnamed")),
            ("why", new TextKey($"operation.webhook-why.{call.Why}")));
        return start with
        {
            // The configuration outlives the first Application that is mended: the incident keeps its name.
            Subject = call.Configuration?.Ref ?? failed.App.Ref,
            Variant = again ? "again" : call.Why is "certificate" or "timeout" ? call.Why : "",
            Evidence = call.Service is { } service && snapshot.Pods.ReadyEndpoints(service) is { } ready
                ? [.. start.Evidence, new Evidence(service, "endpoints (ready)", $"{ready}") { At = snapshot.TakenAt }]
                : start.Evidence,
            Action = again ? "sync" : null,
            Command = again ? SyncCommand(failed.App, context)
                : call.Service is { } called ? $"kubectl -n {called.Namespace} get pods,endpointslices -l kubernetes.io/service-name={called.Name}"
                : "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations",
        };
    }
}
