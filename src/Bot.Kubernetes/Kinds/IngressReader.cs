using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class IngressReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        return new Ingress
        {
            Metadata = metadata,
            ClassName = spec.At("ingressClassName"u8).Text() is { Length: > 0 } name ? name : metadata.Annotations["kubernetes.io/ingress.class"] ?? "",
            Paths = [.. Default(spec.At("defaultBackend"u8)), .. spec.At("rules"u8).Each(OfRule).SelectMany(static paths => paths)],
            TlsHosts = [.. spec.At("tls"u8).Each(static tls => tls.At("hosts"u8).Texts()).SelectMany(static hosts => hosts)],
            TlsSecrets = [.. spec.At("tls"u8).Each(static tls => tls.At("secretName"u8).Text()).Where(static secret => secret.Length > 0)],
            Addresses = AddressReader.OfLoadBalancer(item),
        };
    }

    private static ImmutableArray<IngressPath> Default(JsonElement backend) =>
        backend.ValueKind == JsonValueKind.Object ? [Path("", "", backend)] : [];

    private static ImmutableArray<IngressPath> OfRule(JsonElement rule)
    {
        var host = rule.At("host"u8).Text();
        return rule.At("http"u8, "paths"u8).Each(path => Path(host, path.At("path"u8).Text(), path.At("backend"u8)));
    }

    private static IngressPath Path(string host, string path, JsonElement backend)
    {
        var port = backend.At("service"u8, "port"u8);
        return new IngressPath(
            host,
            path,
            backend.At("service"u8, "name"u8).Text(),
            port.At("number"u8).IsMissing() ? port.At("name"u8).Text() : port.At("number"u8).Text());
    }
}
