namespace Bot.Kubernetes.Client.Failures;

/// <summary>Why a request was refused that our rights would have allowed.</summary>
public enum Refusal
{
    None,
    PodSecurity,
    Quota,
    NamespaceTerminating,
    AdmissionWebhook,
    Other,
}
