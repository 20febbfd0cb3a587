using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Mesh;

/// <summary>Whether a workload takes plain text: the PeerAuthentication of the workload wins over that of its namespace, that over the mesh's.</summary>
internal sealed class MtlsModes(ClusterSnapshot snapshot)
{
    private const string Strict = "STRICT";

    private readonly ILookup<string, PeerAuthentication> policies = snapshot.All<PeerAuthentication>()
        .OrderBy(policy => policy.Metadata.CreatedAt)
        .ThenBy(policy => policy.Name, StringComparer.Ordinal)
        .ToLookup(policy => policy.Namespace);

    private readonly HashSet<string> roots = ControlPlane.Roots(snapshot);

    /// <summary>The policy that makes the pod refuse plain text on a port (any port when null); null when none does.</summary>
    public PeerAuthentication? StrictFor(Pod pod, int? port = null)
    {
        foreach (var policy in policies[pod.Namespace].Where(HasSelector).Where(policy => policy.Selector!.Matches(pod.Metadata.Labels)))
        {
            var mode = port is { } number && policy.PortModes[number.ToString(System.Globalization.CultureInfo.InvariantCulture)] is { } own && Says(own) ? own : policy.Mode;
            if (Says(mode))
            {
                return mode == Strict ? policy : null;
            }
        }

        var wide = policies[pod.Namespace].Where(policy => !HasSelector(policy))
            .Concat(roots.SelectMany(root => policies[root]).Where(policy => !HasSelector(policy)))
            .FirstOrDefault(policy => Says(policy.Mode));
        return wide is { Mode: Strict } ? wide : null;
    }

    private static bool HasSelector(PeerAuthentication policy) => policy.Selector is { MatchLabels.Count: > 0 };

    private static bool Says(string mode) => mode.Length > 0 && mode != "UNSET";
}
