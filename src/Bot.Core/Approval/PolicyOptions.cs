namespace Bot.Core.Approval;

/// <summary>A policy as the configuration writes it, under <c>Bot:Policies:&lt;name&gt;</c>.</summary>
public sealed class PolicyOptions
{
    /// <summary>By tier: R1, R2, R3. A tier that is not named is closed; R0 needs no entry.</summary>
    public IDictionary<string, TierOptions> Tiers { get; set; } = new Dictionary<string, TierOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Namespaces whose workloads, Secrets and Namespace objects are never touched. <c>kube-system</c>, <c>kube-public</c> and <c>kube-node-lease</c> always are among them.</summary>
    public IList<string> Protected { get; set; } = [];
}
