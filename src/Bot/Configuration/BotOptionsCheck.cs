using System.Collections.Immutable;
using System.Net;
using Bot.Core.Approval;
using Bot.Core.Commands;
using Bot.Core.Environments;
using Bot.Core.Texts;

namespace Bot.Configuration;

/// <summary>Checks the options as a whole and lists every fault with its path. Values of secrets are never part of a message.</summary>
public sealed class BotOptionsCheck(ImmutableArray<ConfigurationFault>.Builder faults)
{
    private static readonly string[] Languages = ["en", "ko"];
    private static readonly string[] TierNames = ["R1", "R2", "R3"];

    public void Run(BotOptions options)
    {
        Choice("Bot:Language", options.Language, Languages);
        Choice("Bot:Storage:Provider", options.Storage.Provider, ["sqlite"]);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            Add("Bot:TimeZone", new TextKey("configuration.time-zone").With("value", options.TimeZone));
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            Add("Bot:DataDirectory", new TextKey("configuration.empty"));
        }

        Address("Bot:Listen:Url", options.Listen.Url);
        if (options.Console.Enabled && Address("Bot:Console:Url", options.Console.Url) is { } console && !IsLoopback(console))
        {
            Add("Bot:Console:Url", new TextKey("configuration.console-loopback").With("value", options.Console.Url));
        }

        foreach (var (name, cluster) in options.Clusters)
        {
            Cluster($"Bot:Clusters:{name}", cluster);
        }

        foreach (var (name, environment) in options.Environments)
        {
            Environment($"Bot:Environments:{name}", environment, options);
        }

        Prometheus(options);
        new DiagnosisCheck(faults).Run(options);
        People(options);
        foreach (var (name, policy) in options.Policies)
        {
            Policy($"Bot:Policies:{name}", policy);
        }
    }

    private void Cluster(string path, ClusterOptions cluster)
    {
        if (cluster.InCluster && (cluster.Kubeconfig is { Length: > 0 } || cluster.Context is { Length: > 0 }))
        {
            Add($"{path}:InCluster", new TextKey("configuration.in-cluster"));
        }

        if (string.IsNullOrWhiteSpace(cluster.ArgoCdNamespace))
        {
            Add($"{path}:ArgoCdNamespace", new TextKey("configuration.empty"));
        }
    }

    private void Environment(string path, EnvironmentOptions environment, BotOptions options)
    {
        if (environment.Cluster.Length > 0 ? !options.Clusters.ContainsKey(environment.Cluster) : options.Clusters.Count != 1)
        {
            Reference($"{path}:Cluster", environment.Cluster, options.Clusters.Keys);
        }

        if (environment.Policy.Length > 0 && !options.Policies.ContainsKey(environment.Policy))
        {
            Reference($"{path}:Policy", environment.Policy, options.Policies.Keys);
        }

        foreach (var (index, probe) in environment.Probes.Index())
        {
            Web($"{path}:Probes:{index}:Url", probe.Url);
            if (probe.Expect is < 100 or > 599)
            {
                Add($"{path}:Probes:{index}:Expect", new TextKey("configuration.http-status").With("value", probe.Expect));
            }
        }

        foreach (var (index, selector) in environment.Applications.Index())
        {
            if (ApplicationSelector.Fault(selector) is { } fault)
            {
                Add($"{path}:Applications:{index}", new TextKey("configuration.selector").With("value", selector).With("fault", fault));
            }
        }
    }

    private void Prometheus(BotOptions options)
    {
        if (options.Prometheus.Url.Length == 0)
        {
            return;
        }

        Web("Bot:Prometheus:Url", options.Prometheus.Url);
        if (options.Prometheus.Cluster.Length > 0 ? !options.Clusters.ContainsKey(options.Prometheus.Cluster) : options.Clusters.Count != 1)
        {
            Reference("Bot:Prometheus:Cluster", options.Prometheus.Cluster, options.Clusters.Keys);
        }
    }

    // The value is not repeated: a password may stand in it.
    private void Web(string path, string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            Add(path, new TextKey("configuration.web-address"));
        }
    }

    private void People(BotOptions options)
    {
        var accounts = options.People.SelectMany(pair => AccountsOf(pair.Value).Select(account => (Account: account, Person: pair.Key)));
        foreach (var shared in accounts.GroupBy(pair => pair.Account, pair => pair.Person, StringComparer.Ordinal).Where(group => group.Distinct(StringComparer.Ordinal).Skip(1).Any()))
        {
            Add("Bot:People", new TextKey("configuration.account-twice").With("account", shared.Key).With("people", string.Join(", ", shared.Distinct(StringComparer.Ordinal))));
        }
    }

    private static IEnumerable<string> AccountsOf(PersonOptions person) =>
        person.Discord.Select(account => "Discord " + account)
            .Concat(person.Slack.Select(account => "Slack " + account))
            .Concat(person.Console.Length > 0 ? ["Console " + person.Console] : []);

    private void Policy(string path, PolicyOptions policy)
    {
        foreach (var (name, tier) in policy.Tiers)
        {
            var place = $"{path}:Tiers:{name}";
            Choice(place, name, TierNames);
            if (tier.Approvals < 1)
            {
                Add($"{place}:Approvals", new TextKey("configuration.at-least-one").With("value", tier.Approvals));
            }

            if (tier.By.Count == 0)
            {
                Add($"{place}:By", new TextKey("configuration.no-roles"));
            }

            Choice($"{place}:StepUp", tier.StepUp, ["", "totp"]);
        }
    }

    private void Choice(string path, string value, string[] allowed)
    {
        if (!allowed.Contains(value, StringComparer.Ordinal))
        {
            Add(path, new TextKey("configuration.choice").With("value", value).With("allowed", string.Join(", ", allowed.Where(item => item.Length > 0))));
        }
    }

    private void Reference(string path, string value, IEnumerable<string> known)
    {
        var names = known.ToArray();
        Add(path, value.Length == 0 ? new TextKey("configuration.reference-missing").With("known", string.Join(", ", names))
            : NearestNames.Of(value, names) is [var near, ..] ? new TextKey("configuration.reference.near").With("value", value).With("nearest", near)
            : new TextKey("configuration.reference").With("value", value).With("known", string.Join(", ", names)));
    }

    private Uri? Address(string path, string value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" && address.PathAndQuery == "/")
        {
            return address;
        }

        Add(path, new TextKey("configuration.address").With("value", value));
        return null;
    }

    private static bool IsLoopback(Uri address) => address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private void Add(string path, TextKey problem) => faults.Add(new ConfigurationFault(path, problem));
}
