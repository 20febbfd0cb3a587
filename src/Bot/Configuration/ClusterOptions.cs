namespace Bot.Configuration;

/// <summary>How to reach a cluster, under <c>Bot:Clusters:&lt;name&gt;</c>.</summary>
public sealed class ClusterOptions
{
    /// <summary>Path of a kubeconfig file; relative to the file that names it. Default: <c>KUBECONFIG</c>, else <c>~/.kube/config</c>.</summary>
    public string? Kubeconfig { get; set; }

    /// <summary>Context in the kubeconfig. Default: its current one.</summary>
    public string? Context { get; set; }

    /// <summary>Use the service account of the pod that the bot runs in. Default false.</summary>
    public bool InCluster { get; set; }

    /// <summary>Where Argo CD runs. Default <c>argocd</c>.</summary>
    public string ArgoCdNamespace { get; set; } = "argocd";
}
