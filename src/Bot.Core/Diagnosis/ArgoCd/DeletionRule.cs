using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>A rule about an Application that does not go away. Exactly one of them speaks for an Application: the first in <see cref="DeletionRules.InOrder"/> whose condition holds.</summary>
internal abstract class DeletionRule(string id, SeverityRange severities, params ReadOnlySpan<string> reads) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, severities, ["Application", .. reads]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var application in snapshot.All<Application>())
        {
            if (application.IsBeingDeleted && context.IsOlder(application.Metadata.DeletedAt, context.Thresholds.Deletion)
                && new DeletionCase(application, snapshot, context) is var deletion
                && DeletionRules.OwnerOf(deletion)?.Descriptor.Id == Descriptor.Id)
            {
                yield return Describe(deletion);
            }
        }
    }

    /// <summary>The condition, without regard to the rules that come before.</summary>
    public abstract bool Matches(DeletionCase deletion);

    protected abstract Finding Describe(DeletionCase deletion);

    protected Finding Start(DeletionCase deletion, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        var all = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in facts)
        {
            all[name] = value;
        }

        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Descriptor.Severities.Highest,
            Subject = deletion.App.Ref,
            Since = deletion.App.Metadata.DeletedAt,
            Facts = all.ToImmutable(),
        };
    }
}
