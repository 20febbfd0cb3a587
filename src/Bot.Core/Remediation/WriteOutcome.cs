namespace Bot.Core.Remediation;

public enum WriteOutcome
{
    Applied,

    /// <summary>A precondition no longer held (409, 422 on a test), the object is gone, or another one has its name.</summary>
    Stale,

    /// <summary>The server refused (403, 400, 415, admission).</summary>
    Refused,

    /// <summary>Nothing was sent: the server could not be reached.</summary>
    Unreachable,

    /// <summary>It was sent and the answer was lost: look at the cluster before anything else.</summary>
    Unknown,
}
