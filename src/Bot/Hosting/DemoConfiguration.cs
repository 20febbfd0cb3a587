using Bot.Configuration;
using Bot.Core.Approval;

namespace Bot.Hosting;

/// <summary>What the demo is configured with: one simulated cluster, three people, a policy under which two of them may approve.</summary>
public static class DemoConfiguration
{
    public const string Cluster = "demo";

    /// <summary>True when the demo is asked for, or when nothing at all is configured and nobody meant this process to be a service.</summary>
    public static bool IsWanted(bool asked, LoadedConfiguration configuration, Func<string, string?> environment) =>
        asked || (configuration.IsEmpty && string.IsNullOrEmpty(environment("DOTNET_RUNNING_IN_CONTAINER")) && string.IsNullOrEmpty(environment("KUBERNETES_SERVICE_HOST")));

    public static void Apply(BotOptions options, string kubeconfig)
    {
        options.Clusters.Clear();
        options.Clusters[Cluster] = new ClusterOptions { Kubeconfig = kubeconfig };
        options.Environments.Clear();
        foreach (var name in new[] { "prod", "dev" })
        {
            options.Environments[name] = new EnvironmentOptions { Cluster = Cluster, Policy = "demo" };
        }

        options.People.Clear();
        options.People["mina"] = Person("Mina", "ops");
        options.People["jun"] = Person("Jun", "ops");
        options.People["hana"] = Person("Hana", "developer");
        options.Policies.Clear();
        options.Policies["demo"] = new PolicyOptions
        {
            Tiers =
            {
                ["R1"] = new TierOptions { By = ["ops"] },
                ["R2"] = new TierOptions { Approvals = 1, By = ["ops"] },
            },
        };
    }

    private static PersonOptions Person(string name, string role) => new() { Name = name, Console = name.ToLowerInvariant(), Roles = [role] };
}
