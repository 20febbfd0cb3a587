using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>The rules about Services, Ingresses, routes, certificates and DNS, in the order in which they run.</summary>
internal static class NetworkRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        new DnsDownRule(),
        new SelectorMismatchRule(),
        new NoReadyEndpointsRule(),
        new TargetPortMismatchRule(),
        new IngressBackendMissingRule(),
        new IngressBackendPortMismatchRule(),
        new IngressClassMissingRule(),
        new IngressNoAddressRule(),
        new IngressTlsSecretMissingRule(),
        new CertManagerNotReadyRule(),
        new CertExpiredRule(),
        new CertExpiringRule(),
        new GatewayNotProgrammedRule(),
        new RouteNotAcceptedRule(),
        new NoAllowRule(),
    ];
}
