namespace Bot.Kubernetes.Client.Failures;

/// <summary>Chooses the text for people and fills the values of its placeholders.</summary>
internal static class FailureTexts
{
    public static FailureText Of(ApiFailure failure)
    {
        var arguments = new Dictionary<string, string>(failure.Facts, StringComparer.Ordinal)
        {
            ["address"] = failure.Address,
            ["message"] = failure.Message.TrimEnd(),
            ["status"] = failure.Status?.ToString() ?? "",
            ["object"] = failure.Object is { } target ? $"{target.Kind} {target.Name}".TrimEnd() : "",
        };
        if (failure.MissingRight is { } right)
        {
            arguments["user"] = right.User;
            arguments["verb"] = right.Verb;
            arguments["resource"] = right.Group.Length == 0 ? right.Resource : $"{right.Resource}.{right.Group}";
            arguments["namespace"] = right.Namespace ?? "*";
        }

        return new FailureText($"kubernetes.{failure.Problem ?? ProblemOf(failure)}", arguments);
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
