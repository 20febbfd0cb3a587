using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>Finds the findings that speak of an object named as a cause; where nothing speaks of the object itself, those of what it stands on.</summary>
internal sealed class CauseResolver
{
    private readonly Dictionary<ObjectRef, List<Finding>> about = [];
    private readonly ClusterSnapshot snapshot;

    public CauseResolver(IEnumerable<Finding> findings, ClusterSnapshot snapshot)
    {
        this.snapshot = snapshot;
        Edges = new CausalEdges(snapshot);
        foreach (var finding in findings)
        {
            Add(finding.Subject, finding);
            if (finding.TopOwner != finding.Subject)
            {
                Add(finding.TopOwner, finding);
            }
        }
    }

    public CausalEdges Edges { get; }

    /// <summary>Findings about exactly this object, or about its top owner.</summary>
    public IEnumerable<Finding> About(ObjectRef reference)
    {
        var direct = Of(reference);
        var owner = snapshot.Owners.TopOf(reference);
        return owner == reference ? direct : direct.Concat(Of(owner)).Distinct();
    }

    /// <summary>
    /// Findings about an object that somebody else's trouble explains. What is explained of one pod says nothing of its siblings:
    /// beside the findings about that very pod only those about the workload as a whole count.
    /// </summary>
    public IEnumerable<Finding> ConsequencesAt(ObjectRef reference) => reference.Kind != "Pod"
        ? About(reference)
        : About(reference).Where(finding => finding.Subject == reference || !finding.Rule.StartsWith("pod.", StringComparison.Ordinal));

    /// <summary>Findings about the object or, when there are none, about what it stands on. Notes are no cause of anything worse.</summary>
    public IEnumerable<Finding> Causes(ObjectRef reference, Finding consequence) => Causes(reference, consequence, []);

    private IEnumerable<Finding> Causes(ObjectRef reference, Finding consequence, HashSet<ObjectRef> seen)
    {
        if (!seen.Add(reference))
        {
            return [];
        }

        var direct = About(reference).Where(finding => finding.Id != consequence.Id && (finding.Severity >= Severity.Warning || finding.Severity >= consequence.Severity)).ToList();
        return direct.Count > 0 ? direct : [.. Edges.Under(reference).SelectMany(next => Causes(next, consequence, seen)).Distinct()];
    }

    private List<Finding> Of(ObjectRef reference) => about.TryGetValue(reference, out var found) ? found : [];

    private void Add(ObjectRef reference, Finding finding)
    {
        if (!about.TryGetValue(reference, out var list))
        {
            about[reference] = list = [];
        }

        list.Add(finding);
    }
}
