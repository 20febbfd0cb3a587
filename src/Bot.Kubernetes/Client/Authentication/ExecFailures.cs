using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Authentication;

/// <summary>What can go wrong with a credential plugin.</summary>
internal static class ExecFailures
{
    public static ApiFailure Missing(ExecPlugin plugin) =>
        Of(plugin, plugin.InstallHint.Length == 0 ? "exec-missing" : "exec-missing-hint", $"The credential plugin '{plugin.Command}' was not found.")
            .With("hint", plugin.InstallHint.Trim());

    public static ApiFailure NeedsTerminal(ExecPlugin plugin) =>
        Of(plugin, "exec-interactive", $"The credential plugin '{plugin.Command}' asks a person, and there is no terminal.");

    public static ApiFailure Exited(ExecPlugin plugin, int code, string said) =>
        Of(plugin, "exec-failed", $"The credential plugin '{plugin.Command}' ended with {code}: {said}").With("code", code).With("said", said.Length == 0 ? "-" : said);

    public static ApiFailure NotStarted(ExecPlugin plugin, string problem) =>
        Of(plugin, "exec-failed", $"The credential plugin '{plugin.Command}' could not be started: {problem}").With("code", "-").With("said", problem);

    public static ApiFailure TooSlow(ExecPlugin plugin, TimeSpan limit) =>
        Of(plugin, "exec-timeout", $"The credential plugin '{plugin.Command}' did not answer within {limit.TotalSeconds} s.").With("limit", limit);

    public static ApiFailure BadOutput(ExecPlugin plugin, string problem) =>
        Of(plugin, "exec-output", $"The credential plugin '{plugin.Command}' gave no usable ExecCredential: {problem}").With("problem", problem);

    private static ApiFailure Of(ExecPlugin plugin, string problem, string message) =>
        new ApiFailure(ApiFailureKind.Credentials, message) { Problem = problem }.With("command", plugin.Command);
}
