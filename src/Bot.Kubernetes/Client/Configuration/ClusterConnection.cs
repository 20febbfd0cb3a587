using System.Security.Cryptography.X509Certificates;
using Bot.Kubernetes.Client.Authentication;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>How one API server is reached and who we are there. Holds secrets: it is never printed.</summary>
public sealed class ClusterConnection
{
    public required Uri Server { get; init; }

    /// <summary>Where this was read: file and context, or the service account.</summary>
    public required string Source { get; init; }

    public required ICredentialSource Credentials { get; init; }

    /// <summary>The context's name; empty inside a cluster.</summary>
    public string Context { get; init; } = "";

    /// <summary>The namespace that the context names; empty where it names none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The only authorities that the server's certificate may come from; null trusts those of the system.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>The name that the server's certificate must bear instead of the host of the address.</summary>
    public string? TlsServerName { get; init; }

    public bool SkipTlsVerification { get; init; }

    public Uri? Proxy { get; init; }

    public bool DisableCompression { get; init; }

    public Impersonation? Impersonation { get; init; }

    public override string ToString() => $"{Server} ({Source})";
}
