using Bot.Core.Clusters;
using Bot.Core.Diagnosis;

namespace Bot.Core.Tests.Diagnosis;

/// <summary>A rule made for one test.</summary>
internal sealed class ARule(string id, Func<ClusterSnapshot, IEnumerable<Finding>> evaluate) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, Severity.Critical, []);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context) => evaluate(snapshot);

    public static ARule Finding(string id, params Finding[] findings) => new(id, _ => findings);
}
