namespace Bot.Kubernetes.Client.Configuration;

/// <summary>What a kubeconfig takes from the process around it.</summary>
public sealed record KubeconfigEnvironment(string? KubeconfigVariable, string HomeDirectory, bool HasTerminal)
{
    /// <summary>Of this process; a terminal is only there for commands that a person started.</summary>
    public static KubeconfigEnvironment FromProcess(bool allowPrompts) => new(
        Environment.GetEnvironmentVariable("KUBECONFIG"),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        allowPrompts && !Console.IsInputRedirected);

    /// <summary>The files that kubectl would read, in order.</summary>
    public IReadOnlyList<string> Files =>
        string.IsNullOrEmpty(KubeconfigVariable)
            ? [Path.Combine(HomeDirectory, ".kube", "config")]
            : KubeconfigVariable.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
