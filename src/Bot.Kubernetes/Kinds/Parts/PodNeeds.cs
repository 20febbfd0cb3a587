using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>Collects what a pod cannot start without. The names are sorted, so that the order of the fields on the wire does not matter.</summary>
internal sealed class PodNeeds
{
    private readonly SortedSet<string> claims = new(StringComparer.Ordinal);
    private readonly SortedSet<string> secrets = new(StringComparer.Ordinal);
    private readonly SortedSet<string> configMaps = new(StringComparer.Ordinal);

    public ImmutableArray<string> Claims => Once(claims);

    public ImmutableArray<string> Secrets => Once(secrets);

    public ImmutableArray<string> ConfigMaps => Once(configMaps);

    public void Claim(string name) => Add(claims, name);

    public void Secret(string name, bool optional = false) => Add(secrets, name, optional);

    public void ConfigMap(string name, bool optional = false) => Add(configMaps, name, optional);

    /// <summary>The claim that Kubernetes makes for a volume of sort <c>ephemeral</c>.</summary>
    public void EphemeralClaim(string pod, string volume) => Claim($"{pod}-{volume}");

    private static void Add(SortedSet<string> names, string name, bool optional = false)
    {
        if (name.Length > 0 && !optional)
        {
            names.Add(name);
        }
    }

    private static ImmutableArray<string> Once(SortedSet<string> names) => names.Count == 0 ? [] : RepeatedParts.Once([.. names]);
}
