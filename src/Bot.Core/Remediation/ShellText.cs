namespace Bot.Core.Remediation;

/// <summary>Writes arguments for a POSIX shell, for commands that people copy. The bot itself never runs a shell.</summary>
public static class ShellText
{
    public static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or ',')
            ? argument
            : $"'{argument.Replace("'", "'\"'\"'", StringComparison.Ordinal)}'";
}
