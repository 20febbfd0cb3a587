using Bot.Core.Approval;

namespace Bot.Configuration;

/// <summary>Everything under <c>Bot</c> in the configuration. The table in docs/options.md is made from these classes.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary><c>en</c> or <c>ko</c>. Default <c>en</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>IANA name of the zone in which times are shown. Default <c>UTC</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Where the bot keeps its database and <c>run.json</c>; relative to the working directory. Default <c>data</c>.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Clusters by name.</summary>
    public IDictionary<string, ClusterOptions> Clusters { get; set; } = new Dictionary<string, ClusterOptions>(StringComparer.Ordinal);

    /// <summary>Environments by name; without any, labels and names of Applications tell.</summary>
    public IDictionary<string, EnvironmentOptions> Environments { get; set; } = new Dictionary<string, EnvironmentOptions>(StringComparer.Ordinal);

    /// <summary>Namespaces of shared components. Default: <c>argocd</c>, <c>kube-system</c>, <c>istio-system</c>, <c>monitoring</c>, <c>external-secrets</c>.</summary>
    public IList<string> SystemNamespaces { get; set; } = [];

    /// <summary>People by id.</summary>
    public IDictionary<string, PersonOptions> People { get; set; } = new Dictionary<string, PersonOptions>(StringComparer.Ordinal);

    /// <summary>Policies by name.</summary>
    public IDictionary<string, PolicyOptions> Policies { get; set; } = new Dictionary<string, PolicyOptions>(StringComparer.Ordinal);

    public DiagnosisOptions Diagnosis { get; set; } = new();

    public PrometheusOptions Prometheus { get; set; } = new();

    public ListenOptions Listen { get; set; } = new();

    public ConsoleOptions Console { get; set; } = new();

    public StorageOptions Storage { get; set; } = new();

    /// <summary>Namespaces of shared components that count when none are configured.</summary>
    public static IReadOnlyList<string> UsualSystemNamespaces { get; } = ["argocd", "kube-system", "istio-system", "monitoring", "external-secrets"];
}
