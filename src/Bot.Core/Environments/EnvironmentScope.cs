using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;

namespace Bot.Core.Environments;

/// <summary>What belongs to one environment of one cluster, judged on one snapshot. The shared components of the cluster always belong.</summary>
public sealed class EnvironmentScope
{
    private readonly HashSet<ObjectRef> applications;
    private readonly FrozenSet<string> namespaces;
    private readonly FrozenSet<string> sharedNamespaces;
    private readonly ClusterSnapshot snapshot;

    internal EnvironmentScope(string name, string policy, ClusterSnapshot snapshot, IEnumerable<Application> own, IEnumerable<Application> shared, IEnumerable<string> namespaces, FrozenSet<string> sharedNamespaces)
    {
        Name = name;
        Policy = policy;
        this.snapshot = snapshot;
        Applications = [.. own];
        Shared = [.. shared];
        applications = Applications.Concat(Shared).Select(application => application.Ref).ToHashSet();
        this.namespaces = namespaces.Where(item => item.Length > 0).ToFrozenSet();
        this.sharedNamespaces = sharedNamespaces;
    }

    /// <summary>Empty for the scope of the whole cluster.</summary>
    public string Name { get; }

    public string Policy { get; }

    public string Cluster => snapshot.Cluster;

    public ImmutableArray<Application> Applications { get; }

    /// <summary>Applications of shared components (Argo CD, External Secrets, mesh, monitoring).</summary>
    public ImmutableArray<Application> Shared { get; }

    public IEnumerable<string> Namespaces => namespaces.Order(StringComparer.Ordinal);

    public bool HasNamespace(string @namespace) => namespaces.Contains(@namespace) || sharedNamespaces.Contains(@namespace);

    /// <summary>
    /// An Application belongs when it is its own or shared; another object by its namespace or by the Application that manages it.
    /// Cluster-scoped objects that no other environment manages belong to everyone.
    /// </summary>
    public bool Contains(ObjectRef reference)
    {
        if (Name.Length == 0)
        {
            return true;
        }

        if (reference.Kind == "Application")
        {
            return applications.Contains(reference);
        }

        if (reference.Kind == "Namespace")
        {
            return HasNamespace(reference.Name) || snapshot.Applications.Managing(reference).All(manager => applications.Contains(manager.Ref));
        }

        var managers = snapshot.Applications.Managing(reference).ToArray();
        return Array.Exists(managers, manager => applications.Contains(manager.Ref))
            || (reference.Namespace.Length == 0 ? managers.Length == 0 : HasNamespace(reference.Namespace));
    }

    /// <summary>The findings of this environment: about what belongs to it, and roots of such findings.</summary>
    public ImmutableArray<Finding> FindingsOf(ClusterDiagnosis diagnosis)
    {
        var chosen = diagnosis.Findings.Where(finding => Contains(finding.Subject) || Contains(finding.TopOwner)).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        var byId = diagnosis.Findings.ToDictionary(finding => finding.Id);
        var waiting = new Queue<string>(chosen);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var cause in byId[id].CausedBy.Where(byId.ContainsKey).Where(chosen.Add))
            {
                waiting.Enqueue(cause);
            }
        }

        return [.. diagnosis.Findings.Where(finding => chosen.Contains(finding.Id))];
    }
}
