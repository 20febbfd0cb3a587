using System.Text;

namespace Bot.Kubernetes.Client.Failures;

/// <summary>Turns an answer that is no success into a typed failure.</summary>
internal static class FailureReader
{
    private const int KeptOfText = 300;

    /// <param name="code">The HTTP status.</param>
    /// <param name="body">The body as far as it was read.</param>
    /// <param name="retryAfter">The Retry-After header.</param>
    /// <param name="isWrite">Whether the request could have changed something.</param>
    public static ApiFailure Read(int code, ReadOnlyMemory<byte> body, TimeSpan? retryAfter, bool isWrite)
    {
        if (StatusReader.Read(body) is { } status)
        {
            // 504: "may still be processing the request".
            return Of(code, status, retryAfter) with { OutcomeUnknown = isWrite && code == 504 };
        }

        var text = Encoding.UTF8.GetString(body.Span).Trim();
        var kind = code == 404 ? ApiFailureKind.KindMissing : KindOf(code, "", []);
        return new ApiFailure(kind, text.Length == 0 ? $"HTTP {code}" : text[..Math.Min(text.Length, KeptOfText)], code, RetryAfter: retryAfter)
        {
            Refusal = kind == ApiFailureKind.Refused ? Refusal.Other : Refusal.None,
            OutcomeUnknown = isWrite && code >= 500 && retryAfter is null,
        };
    }

    public static ApiFailure Of(int code, StatusDocument status, TimeSpan? retryAfter)
    {
        var kind = KindOf(code, status.Reason, status.Causes);
        var failure = new ApiFailure(
            kind,
            status.Message,
            code,
            status.Reason.Length == 0 ? null : status.Reason,
            retryAfter ?? (status.RetryAfterSeconds > 0 ? TimeSpan.FromSeconds(status.RetryAfterSeconds) : null))
        {
            Causes = status.Causes,
            Object = status.Kind.Length == 0 && status.Name.Length == 0 ? null : new FailureObject(status.Group, status.Kind, status.Name),
        };
        return kind switch
        {
            ApiFailureKind.Refused => OfForbidden(failure, status),
            ApiFailureKind.NotFound when status.Name.Length == 0 => failure with { Kind = ApiFailureKind.KindMissing },
            ApiFailureKind.ServerError when status.Message.Contains("failed calling webhook", StringComparison.Ordinal) => failure with { Problem = "webhook-failed" },
            _ => failure,
        };
    }

    private static ApiFailure OfForbidden(ApiFailure failure, StatusDocument status) =>
        ForbiddenReader.MissingRight(status) is { } right
            ? failure with { Kind = ApiFailureKind.Forbidden, MissingRight = right }
            : failure with { Refusal = ForbiddenReader.Refusal(status) };

    private static ApiFailureKind KindOf(int code, string reason, IReadOnlyList<FailureCause> causes) => code switch
    {
        401 => ApiFailureKind.Unauthorized,
        403 => ApiFailureKind.Refused,
        404 => ApiFailureKind.NotFound,
        409 => reason == "AlreadyExists" ? ApiFailureKind.AlreadyExists : ApiFailureKind.Conflict,
        410 => ApiFailureKind.Expired,
        422 => ApiFailureKind.Invalid,
        429 => causes.Any(cause => cause.Reason == "DisruptionBudget") ? ApiFailureKind.DisruptionBudget : ApiFailureKind.Throttled,
        503 or 504 => ApiFailureKind.Unavailable,
        >= 500 => ApiFailureKind.ServerError,
        >= 400 => ApiFailureKind.BadRequest,
        _ => ApiFailureKind.Malformed,
    };
}
