namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Services, Ingresses, routes, certificates and DNS.</summary>
public sealed record NetworkThresholds
{
    /// <summary>A Service whose selector or port fits no pod; an Ingress whose Service or port is not there. Default 2 min.</summary>
    public TimeSpan Wiring { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A Service has pods and none of them is ready. Default 60 s.</summary>
    public TimeSpan NoEndpoints { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An Ingress that no controller serves, or whose certificate's Secret is not there. Default 5 min.</summary>
    public TimeSpan Ingress { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>An Ingress without an address. Default 10 min.</summary>
    public TimeSpan Address { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A certificate that is being issued for the first time has this long. Default 10 min.</summary>
    public TimeSpan Issuing { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>cert-manager says that a Certificate is not ready. Default 15 min.</summary>
    public TimeSpan CertificateNotReady { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A certificate ends soon. Default 14 days.</summary>
    public TimeSpan CertificateSoon { get; init; } = TimeSpan.FromDays(14);

    /// <summary>A certificate ends very soon. Default 3 days.</summary>
    public TimeSpan CertificateUrgent { get; init; } = TimeSpan.FromDays(3);

    /// <summary>While its renewal is not due, a certificate with more than this left is left alone. Default 7 days.</summary>
    public TimeSpan CertificateRenewal { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A Gateway or route that its controller does not accept. Default 5 min.</summary>
    public TimeSpan Route { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The cluster's DNS has no ready pod. Default 60 s.</summary>
    public TimeSpan Dns { get; init; } = TimeSpan.FromSeconds(60);
}
