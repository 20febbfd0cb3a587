namespace Bot.Slack.Http;

/// <summary>What the signature of a request says. Everything but <see cref="Genuine"/> is refused and counted.</summary>
public enum SlackVerdict
{
    Genuine,

    /// <summary>A header is missing.</summary>
    Unsigned,

    /// <summary>The timestamp is no number of seconds.</summary>
    Malformed,

    /// <summary>More than five minutes away: a replay, or a clock that is wrong.</summary>
    OutsideWindow,
    Forged,
}
