using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>Where the paths of an Ingress lead. Ports and Services that a controller only understands as annotations are left out.</summary>
internal static class IngressBackends
{
    private const string ByAnnotation = "use-annotation";

    public static List<IngressPath> WithoutService(Ingress ingress, ClusterSnapshot snapshot) =>
        [.. Real(ingress).Where(path => snapshot.PresenceOf(ServiceOf(ingress, path)) == Presence.Absent)];

    public static List<IngressPath> WithoutPort(Ingress ingress, ClusterSnapshot snapshot) =>
        [.. Real(ingress).Where(path => path.Port.Length > 0 && snapshot.Find(ServiceOf(ingress, path)) is Service { Type: not "ExternalName" } service && !Has(service, path.Port))];

    public static ObjectRef ServiceOf(Ingress ingress, IngressPath path) => new("Service", ingress.Namespace, path.ServiceName);

    /// <summary>Host and path as people write them.</summary>
    public static string Address(IngressPath path) => $"{(path.Host.Length > 0 ? path.Host : "*")}{(path.Path.Length > 0 ? path.Path : "/")}";

    private static IEnumerable<IngressPath> Real(Ingress ingress) =>
        ingress.IsBeingDeleted ? [] : ingress.Paths.Where(path => path.ServiceName.Length > 0 && path.Port != ByAnnotation);

    private static bool Has(Service service, string port) =>
        service.Ports.Any(known => known.Name == port || known.Port.ToString(System.Globalization.CultureInfo.InvariantCulture) == port);
}
