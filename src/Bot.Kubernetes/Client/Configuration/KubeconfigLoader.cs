using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>Makes a connection from kubeconfig files, as kubectl does: a given file, else KUBECONFIG with all its files merged, else <c>~/.kube/config</c>.</summary>
public sealed class KubeconfigLoader(TimeProvider clock, KubeconfigEnvironment environment)
{
    /// <summary>Reads the file (or the default ones) and the context (or the current one).</summary>
    public ApiResult<ClusterConnection> Load(string? file = null, string? context = null)
    {
        if (file is not null && !File.Exists(file))
        {
            return ConfigurationFailures.Missing(file);
        }

        var files = file is null ? environment.Files : [file];
        if (!files.Any(File.Exists))
        {
            return ConfigurationFailures.NoKubeconfig(files);
        }

        var config = Kubeconfig.Read(files);
        return config.IsSuccess ? Load(config.Value, context ?? config.Value.CurrentContext) : config.Failure;
    }

    /// <summary>The contexts of the file (or the default ones), for doctor and for completion.</summary>
    public ApiResult<IReadOnlyCollection<string>> Contexts(string? file = null) =>
        Kubeconfig.Read(file is null ? environment.Files : [file]).Map(config => config.ContextNames);

    private ApiResult<ClusterConnection> Load(Kubeconfig config, string? name)
    {
        if (name is null)
        {
            return ConfigurationFailures.ContextUnset(config.ContextNames);
        }

        if (config.Context(name) is not { } context)
        {
            return ConfigurationFailures.ContextMissing(name, config.ContextNames);
        }

        var clusterName = context.Text("cluster") ?? "";
        if (config.Cluster(clusterName) is not { } cluster)
        {
            return ConfigurationFailures.EntryMissing(name, "cluster", clusterName);
        }

        var userName = context.Text("user");
        var user = userName is null ? new KubeconfigSection([], context.File) : config.User(userName);
        return user is null
            ? ConfigurationFailures.EntryMissing(name, "user", userName!)
            : Connect(name, context, cluster, userName ?? "", user);
    }

    private ApiResult<ClusterConnection> Connect(string name, KubeconfigSection context, KubeconfigSection cluster, string userName, KubeconfigSection user)
    {
        var server = cluster.Text("server") ?? "";
        if (ReadAddress(server.Contains("://", StringComparison.Ordinal) ? server : $"https://{server}", ["http", "https"]) is not { } address)
        {
            return ConfigurationFailures.BadAddress("server", server);
        }

        var proxy = cluster.Text("proxy-url");
        var proxyAddress = proxy is null ? null : ReadAddress(proxy, ["http", "https", "socks5", "socks5h"]);
        if (proxy is not null && proxyAddress is null)
        {
            return ConfigurationFailures.BadAddress("proxy-url", Redacted(proxy));
        }

        var authorities = PemFiles.Authorities(cluster);
        var credentials = new CredentialReader(clock, environment.HasTerminal).Read(userName, user, cluster);
        if (!authorities.IsSuccess || !credentials.IsSuccess)
        {
            return (authorities.Failure ?? credentials.Failure)!;
        }

        if (user.Texts("as-groups").Count > 1)
        {
            return ConfigurationFailures.SeveralGroups(userName);
        }

        return new ClusterConnection
        {
            Server = address,
            Source = $"{context.File}, context {name}",
            Context = name,
            Namespace = context.Text("namespace") ?? "",
            Credentials = credentials.Value,
            Authorities = authorities.Value,
            TlsServerName = cluster.Text("tls-server-name"),
            SkipTlsVerification = cluster.Flag("insecure-skip-tls-verify"),
            Proxy = proxyAddress,
            DisableCompression = cluster.Flag("disable-compression"),
            Impersonation = user.Text("as") is { } other ? new Impersonation(other, user.Text("as-uid"), user.Texts("as-groups")) : null,
        };
    }

    private static Uri? ReadAddress(string value, string[] schemes) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme) && address.Host.Length > 0 ? address : null;

    private static string Redacted(string proxy) => proxy.LastIndexOf('@') is var at and >= 0 ? "…" + proxy[at..] : proxy;
}
