namespace Bot.Configuration;

/// <summary>Where volume figures come from, under <c>Bot:Prometheus</c>.</summary>
public sealed class PrometheusOptions
{
    /// <summary>Address of Prometheus, such as <c>http://prometheus-operated.monitoring:9090</c>. Default none: how full volumes are is unknown.</summary>
    public string Url { get; set; } = "";

    /// <summary>Name under <c>Bot:Clusters</c> whose volumes it knows. May be left out when there is only one cluster.</summary>
    public string Cluster { get; set; } = "";

    /// <summary>Bearer token, where it asks for one. A secret: give it by environment variable. Default none.</summary>
    public string Token { get; set; } = "";
}
