using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>
/// One cause, one file. A pure function of the snapshot and the moment: it never lists, waits, mutates or reads a clock.
/// It must not throw on any snapshot, the empty one included.
/// </summary>
public interface IDiagnosticRule
{
    /// <summary>Id, area and the kinds it reads.</summary>
    RuleDescriptor Descriptor { get; }

    /// <summary>Yields what it finds. A kind that was not read is unknown: conclude nothing from its emptiness.</summary>
    IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context);
}
