using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>Who serves people with the certificate in a Secret.</summary>
internal static class CertificateUse
{
    private static readonly string[] Kinds = ["Ingress", "Gateway.gateway.networking.k8s.io", "Gateway.networking.istio.io"];

    public static List<ObjectRef> UsersOf(Certificate certificate, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var secret = new ObjectRef("Secret", certificate.Namespace, certificate.SecretName);
        return
        [
            .. snapshot.All<Ingress>().Where(ingress => ingress.Namespace == secret.Namespace && ingress.TlsSecrets.Contains(secret.Name)).Select(ingress => ingress.Ref),
            .. snapshot.All<Gateway>().Where(gateway => gateway.Certificates.Contains(secret)).Select(gateway => gateway.Ref),

            // The Secret stands beside the gateway's pods, which may run in the mesh's namespace.
            .. snapshot.All<IstioGateway>()
                .Where(gateway => (gateway.Namespace == secret.Namespace || context.SystemNamespaces.Contains(secret.Namespace)) && gateway.Servers.Any(server => server.CredentialName == secret.Name))
                .Select(gateway => gateway.Ref),
        ];
    }

    /// <summary>True when nothing uses it, and what could use it was looked at.</summary>
    public static bool IsUnused(List<ObjectRef> users, ClusterSnapshot snapshot) => users.Count == 0 && Kinds.Any(snapshot.IsRead);
}
