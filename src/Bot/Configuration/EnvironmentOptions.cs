namespace Bot.Configuration;

/// <summary>What belongs to an environment, under <c>Bot:Environments:&lt;name&gt;</c>.</summary>
public sealed class EnvironmentOptions
{
    /// <summary>Name under <c>Bot:Clusters</c>. May be left out when there is only one cluster.</summary>
    public string Cluster { get; set; } = "";

    /// <summary><c>label:key=value</c>, <c>project:glob</c> or a glob of the name. Default: label, project and destination namespace decide.</summary>
    public IList<string> Applications { get; set; } = [];

    /// <summary>Namespaces beside the destinations of its Applications.</summary>
    public IList<string> Namespaces { get; set; } = [];

    /// <summary>Addresses that people use. Whether they answer says who suffers. Default none.</summary>
    public IList<ProbeOptions> Probes { get; set; } = [];

    /// <summary>Name under <c>Bot:Policies</c>. Default none: the bot reads and never acts.</summary>
    public string Policy { get; set; } = "";
}
