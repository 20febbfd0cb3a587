using Bot.Core.Texts;

namespace Bot.Kubernetes.Client.Failures;

/// <summary>Chooses the text for people and fills the values of its placeholders.</summary>
internal static class FailureTexts
{
    public static TextKey Of(ApiFailure failure)
    {
        var text = new TextKey($"kubernetes.{failure.Problem ?? ProblemOf(failure)}", failure.Facts)
            .With("address", failure.Address)
            .With("message", failure.Message.TrimEnd())
            .With("status", failure.Status ?? 0)
            .With("object", failure.Object is { } target ? $"{target.Kind} {target.Name}".TrimEnd() : "");
        return failure.MissingRight is not { } right ? text : text
            .With("user", right.User)
            .With("verb", right.Verb)
            .With("resource", right.Group.Length == 0 ? right.Resource : $"{right.Resource}.{right.Group}")
            .With("namespace", right.Namespace ?? "");
    }

    private static string ProblemOf(ApiFailure failure) => failure.Kind switch
    {
        ApiFailureKind.Configuration => "configuration",
        ApiFailureKind.Credentials => "credentials",
        ApiFailureKind.NameResolution => "name-resolution",
        ApiFailureKind.Connection => "connection",
        ApiFailureKind.Proxy => "proxy",
        ApiFailureKind.Tls => OfTls(failure.Tls),
        ApiFailureKind.Timeout => "timeout",
        ApiFailureKind.ConnectionLost => "connection-lost",
        ApiFailureKind.Unauthorized => "unauthorized",
        ApiFailureKind.Forbidden => OfForbidden(failure.MissingRight),
        ApiFailureKind.Refused => OfRefusal(failure.Refusal),
        ApiFailureKind.KindMissing => "kind-missing",
        ApiFailureKind.NotFound => "not-found",
        ApiFailureKind.AlreadyExists => "already-exists",
        ApiFailureKind.Conflict => "conflict",
        ApiFailureKind.Invalid => "invalid",
        ApiFailureKind.BadRequest => "bad-request",
        ApiFailureKind.Expired => "expired",
        ApiFailureKind.Throttled => "throttled",
        ApiFailureKind.DisruptionBudget => "disruption-budget",
        ApiFailureKind.Unavailable => "unavailable",
        ApiFailureKind.ServerError => "server-error",
        _ => "malformed",
    };

    private static string OfForbidden(MissingRight? right) => right switch
    {
        null => "forbidden",
        { IsAnonymous: true } => "forbidden-anonymous",
        { Namespace: null } => "forbidden-cluster",
        _ => "forbidden-namespace",
    };

    private static string OfRefusal(Refusal refusal) => refusal switch
    {
        Refusal.PodSecurity => "refused-pod-security",
        Refusal.Quota => "refused-quota",
        Refusal.NamespaceTerminating => "refused-namespace-terminating",
        Refusal.AdmissionWebhook => "refused-webhook",
        _ => "refused",
    };

    private static string OfTls(TlsProblem problem) => problem switch
    {
        TlsProblem.UnknownAuthority => "tls-unknown-authority",
        TlsProblem.NameMismatch => "tls-name-mismatch",
        TlsProblem.ServerCertificateExpired => "tls-server-certificate-expired",
        TlsProblem.ServerCertificateNotYetValid => "tls-server-certificate-not-yet-valid",
        TlsProblem.ClientCertificateExpired => "tls-client-certificate-expired",
        _ => "tls-handshake",
    };
}
