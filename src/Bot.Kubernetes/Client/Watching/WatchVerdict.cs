using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Watching;

/// <summary>What a failure means for a watch.</summary>
internal static class WatchVerdict
{
    /// <summary>A server error that stays is our own mistake (a resourceVersion that is none answers 500).</summary>
    public const int ServerErrorsAtMost = 3;

    public static WatchEventKind Of(ApiFailure failure, int serverErrors) => failure.Kind switch
    {
        ApiFailureKind.Expired or ApiFailureKind.Malformed => WatchEventKind.RelistNeeded,
        ApiFailureKind.ServerError => serverErrors >= ServerErrorsAtMost ? WatchEventKind.Failed : WatchEventKind.Interrupted,
        ApiFailureKind.NameResolution or ApiFailureKind.Connection or ApiFailureKind.Proxy or ApiFailureKind.Tls
            or ApiFailureKind.Timeout or ApiFailureKind.ConnectionLost
            or ApiFailureKind.Throttled or ApiFailureKind.Unavailable => WatchEventKind.Interrupted,
        _ => WatchEventKind.Failed,
    };
}
