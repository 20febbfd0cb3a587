using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Remediation;

namespace Bot.Core.Approval;

/// <summary>Who may do what in an environment. Immutable; <see cref="Version"/> is a hash of all that it says, so that a changed policy is another version.</summary>
public sealed class Policy
{
    private static readonly ImmutableArray<string> AlwaysProtected = ["kube-node-lease", "kube-public", "kube-system"];

    private readonly FrozenDictionary<RiskTier, TierRule> tiers;
    private readonly ImmutableArray<string> protectedNamespaces;

    private Policy(string name, FrozenDictionary<RiskTier, TierRule> tiers, ImmutableArray<string> protectedNamespaces)
    {
        Name = name;
        this.tiers = tiers;
        this.protectedNamespaces = protectedNamespaces;
        Version = Hash();
    }

    public string Name { get; }

    /// <summary>First 16 hex digits of SHA-256 over the whole policy.</summary>
    public string Version { get; }

    /// <exception cref="ArgumentException">A tier is named that does not exist or cannot be opened; the configuration's check says so before.</exception>
    public static Policy From(string name, PolicyOptions options)
    {
        var opened = new Dictionary<RiskTier, TierRule>();
        foreach (var (key, tier) in options.Tiers)
        {
            if (!Enum.TryParse<RiskTier>(key, ignoreCase: true, out var parsed) || parsed is RiskTier.R0 or RiskTier.R4)
            {
                throw new ArgumentException($"Policy {name}: there is no tier {key} to open; R1, R2 and R3 are.", nameof(options));
            }

            opened[parsed] = new TierRule(Math.Max(1, tier.Approvals), [.. tier.By.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], tier.StepUp, tier.Countdown, tier.Expires, tier.ExecuteWithin);
        }

        return new Policy(name, opened.ToFrozenDictionary(), [.. options.Protected.Concat(AlwaysProtected).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The rule of a tier; null when the policy keeps it closed.</summary>
    public TierRule? Of(RiskTier tier) => tier == RiskTier.R0 ? TierRule.Open : tiers.GetValueOrDefault(tier);

    /// <summary>True for what stands in a protected namespace (or is it); objects of Argo CD never are.</summary>
    public bool Protects(ClusterRequest request) =>
        request.Group != "argoproj.io" && protectedNamespaces.Contains(request.Kind == "Namespace" ? request.Name : request.Namespace);

    private string Hash()
    {
        var text = new StringBuilder("policy/1\n").Append(Name).Append('\n');
        foreach (var (tier, rule) in tiers.OrderBy(pair => pair.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{tier} {rule.Approvals} [{string.Join(',', rule.By)}] {rule.StepUp} {rule.Countdown} {rule.Expires} {rule.ExecuteWithin}\n");
        }

        text.AppendJoin(',', protectedNamespaces);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
