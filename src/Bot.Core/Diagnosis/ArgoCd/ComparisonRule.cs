using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// A rule about Applications that cannot be compared for one cause. All that share it (the same repository, the same destination) are one
/// finding: it stands on the Application that failed first and lists the others.
/// </summary>
internal abstract class ComparisonRule(string id, ComparisonCause cause, params ReadOnlySpan<string> reads) : IDiagnosticRule
{
    private const int MostMessages = 2;

    public RuleDescriptor Descriptor { get; } = new(id, cause == ComparisonCause.StatusTooLarge ? Severity.Warning : Severity.Critical, ["Application", .. reads]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var group in ComparisonFaults.Of(cause, snapshot, context).GroupBy(fault => KeyOf(fault), StringComparer.Ordinal))
        {
            List<ComparisonFault> faults = [.. group.OrderBy(fault => fault.Since).ThenBy(fault => fault.App.Ref.ToString(), StringComparer.Ordinal)];
            yield return Describe(Start(faults), faults, snapshot, context);
        }
    }

    /// <summary>What the Applications must share to suffer from the same fault.</summary>
    protected abstract string KeyOf(ComparisonFault fault);

    protected abstract Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context);

    protected static ImmutableDictionary<string, object> Facts(Finding start, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        var all = start.Facts.ToBuilder();
        foreach (var (name, value) in facts)
        {
            all[name] = value;
        }

        return all.ToImmutable();
    }

    private Finding Start(List<ComparisonFault> faults) => new()
    {
        Rule = Descriptor.Id,
        Severity = Descriptor.Severities.Highest,
        Subject = faults[0].App.Ref,
        Since = faults[0].Since,
        Facts = ImmutableDictionary.CreateRange<string, object>([new("count", faults.Count), new("repo", faults[0].RepoName), new("revision", faults[0].TargetRevision)]),
        Evidence = [.. faults.Take(MostMessages).Select(fault => fault.Evidence)],
        BlocksDelivery = true,
        Affected = [.. faults.Skip(1).Select(fault => fault.App.Ref)],
    };
}
