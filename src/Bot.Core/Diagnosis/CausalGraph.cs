using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>
/// Draws the edges from cause to consequence and orders the findings, roots first. What a finding explains wins over what
/// another one points to. A consequence stays a root of its own only when it is worse than everything that causes it.
/// A root takes the worst impact of what it causes, and those who suffer from that suffer from it.
/// </summary>
internal sealed class CausalGraph
{
    private readonly ImmutableArray<Finding> sorted;
    private readonly Dictionary<string, Finding> byId;
    private readonly CauseResolver resolver;
    private readonly CauseLinks links = new();

    private CausalGraph(ImmutableArray<Finding> sorted, ClusterSnapshot snapshot)
    {
        this.sorted = sorted;
        byId = sorted.ToDictionary(finding => finding.Id, StringComparer.Ordinal);
        resolver = new CauseResolver(sorted, snapshot);
    }

    public static ImmutableArray<Finding> Order(ImmutableArray<Finding> findings, ClusterSnapshot snapshot)
    {
        var graph = new CausalGraph([.. findings.Order(RootOrder.Comparer)], snapshot);
        graph.LinkWhatIsExplained();
        graph.LinkWhatIsPointedTo();
        graph.LinkSymptoms();
        graph.LinkComponents();
        return graph.Told();
    }

    private void LinkWhatIsExplained()
    {
        foreach (var cause in sorted.Where(finding => finding.Explains.Length > 0))
        {
            foreach (var consequence in cause.Explains.SelectMany(resolver.ConsequencesAt))
            {
                links.Link(cause, consequence);
            }
        }
    }

    private void LinkWhatIsPointedTo()
    {
        foreach (var consequence in sorted.Where(finding => finding.PointsTo.Length > 0))
        {
            foreach (var cause in consequence.PointsTo.SelectMany(reference => resolver.Causes(reference, consequence)))
            {
                links.Link(cause, consequence);
            }
        }
    }

    private void LinkSymptoms()
    {
        foreach (var consequence in sorted.Where(SymptomRules.IsSymptom))
        {
            var beside = consequence.Subject.Kind == "Pod" ? [] : resolver.About(consequence.TopOwner).Where(cause => RootOrder.StandsBefore(cause, consequence));
            var under = resolver.Edges.Under(consequence.Subject).SelectMany(reference => resolver.Causes(reference, consequence));
            foreach (var cause in beside.Concat(under).Where(cause => cause.Severity >= consequence.Severity && !SymptomRules.IsComponent(cause)))
            {
                links.Link(cause, consequence);
            }
        }
    }

    /// <summary>
    /// A component (repo-server, database, DNS) whose clients suffer is the root and the faults of its pods stand under it; what lies beneath those
    /// (a node, a claim, a Secret) stands above it. While nobody suffers the fault of the pod speaks for itself.
    /// </summary>
    private void LinkComponents()
    {
        foreach (var component in sorted.Where(SymptomRules.IsComponent))
        {
            var owners = resolver.Edges.OwnersBehind(component.Subject).Append(component.TopOwner).ToHashSet();
            var own = owners.SelectMany(resolver.About).Distinct().Where(finding => finding.Id != component.Id && SymptomRules.IsOfWorkload(finding)).ToList();
            foreach (var fault in own)
            {
                links.Unlink(fault, component);
            }

            var suffers = (SymptomRules.IsVital(component) && own.TrueForAll(fault => fault.Severity <= component.Severity)) || HasClients(component, own, owners);
            foreach (var fault in own)
            {
                if (!suffers && !SymptomRules.IsSymptom(fault))
                {
                    links.Unlink(component, fault);
                    links.Link(fault, component);
                    continue;
                }

                foreach (var beneath in CausesOf(fault).Where(cause => cause.Id != component.Id && !own.Contains(cause)))
                {
                    links.Link(beneath, component);
                }

                links.Link(component, fault);
            }
        }
    }

    private List<Finding> CausesOf(Finding finding) => [.. links.CausesOf(finding.Id).Select(id => byId[id])];

    private bool HasClients(Finding component, List<Finding> own, HashSet<ObjectRef> owners)
    {
        if (component.Affected.Any(reference => reference.Kind is "Application" or "Deployment" or "StatefulSet" or "DaemonSet" or "Rollout" or "CronJob" && !owners.Contains(reference)))
        {
            return true;
        }

        var sources = own.Append(component).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return sorted.Any(finding => !sources.Contains(finding.Id) && !owners.Contains(finding.TopOwner) && finding.Subject.Kind != "Service" && links.AllCausesOf(finding.Id).Overlaps(sources));
    }

    private ImmutableArray<Finding> Told()
    {
        var impacts = sorted.ToDictionary(finding => finding.Id, finding => finding.Impact, StringComparer.Ordinal);
        var under = new Dictionary<string, List<ObjectRef>>(StringComparer.Ordinal);
        foreach (var finding in sorted)
        {
            foreach (var cause in links.AllCausesOf(finding.Id))
            {
                impacts[cause] = impacts[cause] > finding.Impact ? impacts[cause] : finding.Impact;
                if (!under.TryGetValue(cause, out var sufferers))
                {
                    under[cause] = sufferers = [];
                }

                sufferers.Add(finding.TopOwner);
                sufferers.AddRange(finding.Affected.Where(reference => reference.Kind == "Application"));
            }
        }

        return
        [
            .. sorted
                .Select(finding => finding with
                {
                    CausedBy = [.. links.CausesOf(finding.Id)],
                    IsRoot = links.CausesOf(finding.Id).All(cause => byId[cause].Severity < finding.Severity),
                    Impact = impacts[finding.Id],
                    Affected = under.TryGetValue(finding.Id, out var sufferers) ? [.. finding.Affected.Concat(sufferers).Distinct().Where(reference => reference != finding.Subject)] : finding.Affected,
                })
                .OrderByDescending(finding => finding.IsRoot)
                .ThenBy(finding => finding, RootOrder.Comparer),
        ];
    }
}
