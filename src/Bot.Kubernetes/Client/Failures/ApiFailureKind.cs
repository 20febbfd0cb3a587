namespace Bot.Kubernetes.Client.Failures;

/// <summary>What went wrong, in the order in which a call proceeds.</summary>
public enum ApiFailureKind
{
    /// <summary>The kubeconfig or the service account cannot be used.</summary>
    Configuration,

    /// <summary>No credentials could be obtained (exec plugin, token file).</summary>
    Credentials,

    /// <summary>The host name does not resolve.</summary>
    NameResolution,

    /// <summary>No TCP connection: refused, unreachable, no answer.</summary>
    Connection,

    /// <summary>The proxy on the way refused or is not there.</summary>
    Proxy,

    /// <summary>TLS: unknown authority, wrong name, expired certificate, refused client certificate.</summary>
    Tls,

    /// <summary>Connected, but no answer in time.</summary>
    Timeout,

    /// <summary>The connection broke before the answer was complete.</summary>
    ConnectionLost,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>403 for want of a right; see <see cref="ApiFailure.MissingRight"/>.</summary>
    Forbidden,

    /// <summary>403 or 422 by a policy: pod security, quota, terminating namespace, admission webhook.</summary>
    Refused,

    /// <summary>404 in plain text: the server has no such kind or path.</summary>
    KindMissing,

    /// <summary>404: the kind exists, the object does not.</summary>
    NotFound,

    /// <summary>409 of a create.</summary>
    AlreadyExists,

    /// <summary>409: somebody was faster, or another object bears that name now.</summary>
    Conflict,

    /// <summary>422: the object or the patch is not valid, or a test of a JSON patch failed.</summary>
    Invalid,

    /// <summary>400, 405, 406, 413, 415: our own mistake.</summary>
    BadRequest,

    /// <summary>410: the resourceVersion or the continue token is too old.</summary>
    Expired,

    /// <summary>429: too many requests, or storage that is not ready yet.</summary>
    Throttled,

    /// <summary>429 of an eviction: a PodDisruptionBudget has no room.</summary>
    DisruptionBudget,

    /// <summary>503 and 504: server or aggregated API not ready.</summary>
    Unavailable,

    /// <summary>500 and everything else of that class.</summary>
    ServerError,

    /// <summary>An answer that is no Kubernetes answer (a login page, cut JSON).</summary>
    Malformed,
}
