using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Bot.Kubernetes.Kinds;

/// <summary>
/// Collects what a pod cannot start without. The names are sorted, so that the order of the fields on the wire does not matter.
/// One per thread: <see cref="Begin"/> empties it for the next pod.
/// </summary>
internal sealed class PodNeeds
{
    [ThreadStatic]
    private static PodNeeds? mine;

    private readonly List<string> claims = [];
    private readonly List<string> secrets = [];
    private readonly List<string> configMaps = [];

    public ImmutableArray<string> Claims => Once(claims);

    public ImmutableArray<string> Secrets => Once(secrets);

    public ImmutableArray<string> ConfigMaps => Once(configMaps);

    public static PodNeeds Begin()
    {
        var needs = mine ??= new();
        needs.claims.Clear();
        needs.secrets.Clear();
        needs.configMaps.Clear();
        return needs;
    }

    public void Claim(string name) => Add(claims, name);

    public void Secret(string name, bool optional = false) => Add(secrets, name, optional);

    public void ConfigMap(string name, bool optional = false) => Add(configMaps, name, optional);

    public void Secret(NameReference reference) => Add(secrets, reference.Name, reference.Optional);

    public void ConfigMap(NameReference reference) => Add(configMaps, reference.Name, reference.Optional);

    /// <summary>The claim that Kubernetes makes for a volume of sort <c>ephemeral</c>.</summary>
    public void EphemeralClaim(string pod, string volume) => Claim($"{pod}-{volume}");

    private static void Add(List<string> names, string name, bool optional = false)
    {
        if (name.Length > 0 && !optional && names.BinarySearch(name, StringComparer.Ordinal) is var place and < 0)
        {
            names.Insert(~place, name);
        }
    }

    private static ImmutableArray<string> Once(List<string> names) => RepeatedParts.Names(CollectionsMarshal.AsSpan(names));
}
