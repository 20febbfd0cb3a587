namespace Bot.Kubernetes.Client.Failures;

/// <summary>What was wrong with a certificate or the handshake.</summary>
public enum TlsProblem
{
    None,

    /// <summary>The server's certificate is not signed by the authority we were given.</summary>
    UnknownAuthority,

    /// <summary>The server's certificate is for other names.</summary>
    NameMismatch,

    ServerCertificateExpired,

    ServerCertificateNotYetValid,

    ClientCertificateExpired,

    /// <summary>The server broke off the handshake, or speaks no TLS.</summary>
    Handshake,
}
