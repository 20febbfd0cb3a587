namespace Bot.Kubernetes.Client.Authentication;

/// <summary>The exec entry of a kubeconfig user.</summary>
/// <param name="ApiVersion"><c>client.authentication.k8s.io/v1</c> or <c>/v1beta1</c>.</param>
/// <param name="Command">A name looked up in PATH, or a full path.</param>
/// <param name="InstallHint">What the kubeconfig says to people who do not have the plugin.</param>
/// <param name="Prompts">Whether the plugin may, or must, ask a person.</param>
/// <param name="ClusterJson">The cluster as JSON for KUBERNETES_EXEC_INFO; null unless the entry asks for it.</param>
public sealed record ExecPlugin(
    string ApiVersion,
    string Command,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<KeyValuePair<string, string>> Environment,
    string InstallHint,
    ExecPrompts Prompts,
    string? ClusterJson);
