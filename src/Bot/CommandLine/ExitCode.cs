using Bot.Core.Commands;

namespace Bot.CommandLine;

/// <summary>Exit statuses, a stable contract. Where several apply the highest number holds.</summary>
public static class ExitCode
{
    public const int Good = 0;

    /// <summary>Warnings; for <c>audit verify</c> and <c>doctor</c>: not good.</summary>
    public const int Warnings = 1;
    public const int Critical = 2;

    /// <summary>Bad usage, or an unknown environment, application or rule.</summary>
    public const int Usage = 64;

    /// <summary>An input document is unreadable.</summary>
    public const int Unreadable = 65;

    /// <summary>A cluster is unreachable.</summary>
    public const int Unreachable = 69;

    /// <summary>A fault of the bot.</summary>
    public const int Bug = 70;

    /// <summary>Refused.</summary>
    public const int Refused = 77;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupted = 130;

    public static int Of(CommandOutcome outcome) => outcome switch
    {
        CommandOutcome.Answered => Good,
        CommandOutcome.NotFound or CommandOutcome.Misused => Usage,
        CommandOutcome.Refused => Refused,
        CommandOutcome.Unreachable => Unreachable,
        _ => Bug,
    };
}
