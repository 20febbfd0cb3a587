using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>The admission webhook that could not be called, as far as the text and the snapshot tell it.</summary>
/// <param name="Name">The webhook's name, or empty.</param>
/// <param name="Configuration">The object that registers it, when it was read.</param>
/// <param name="Service">The Service that is called, when there is one.</param>
/// <param name="Why">no-endpoints, service-missing, refused, certificate, dns, timeout or unknown.</param>
internal sealed record WebhookCall(string Name, WebhookConfiguration? Configuration, ObjectRef? Service, string Why)
{
    private static readonly (string Fragment, string Why)[] Reasons =
    [
        ("no endpoints available", "no-endpoints"),
        ("x509", "certificate"),
        ("connection refused", "refused"),
        ("no such host", "dns"),
        ("not found", "service-missing"),
        ("context deadline exceeded", "timeout"),
        ("timeout", "timeout"),
        ("timed out", "timeout"),
    ];

    public IEnumerable<ObjectRef> Objects => [.. Configuration is null ? [] : new[] { Configuration.Ref }, .. Service is { } service ? new[] { service } : []];

    /// <summary>The Service where there is one, else the webhook.</summary>
    public string ShortName => Service is { Name.Length: > 0 } service ? service.Name : FailureWords.Short(Name);

    public static WebhookCall Of(FailedSync failed, ClusterSnapshot snapshot)
    {
        var text = failed.Told.Text;
        var name = FailureWords.Webhook(text);
        var configuration = snapshot.All<WebhookConfiguration>().FirstOrDefault(found => found.Webhooks.Any(webhook => webhook.Name == name));
        var registered = configuration?.Webhooks.First(webhook => webhook.Name == name);
        var address = FailureWords.WebhookService(text);
        ObjectRef? service = registered is { ServiceName.Length: > 0 } ? new ObjectRef("Service", registered.ServiceNamespace, registered.ServiceName)
            : address.Name.Length > 0 ? new ObjectRef("Service", address.Namespace, address.Name)
            : null;
        return new WebhookCall(name, configuration, service, Array.Find(Reasons, reason => text.Contains(reason.Fragment, StringComparison.Ordinal)).Why ?? "unknown");
    }

    /// <summary>It could not be reached then, and has ready endpoints now. Says nothing of a certificate.</summary>
    public bool AnswersAgain(ClusterSnapshot snapshot) =>
        Why is "no-endpoints" or "refused" or "service-missing" && Service is { } service && snapshot.Pods.ReadyEndpoints(service) > 0;
}
