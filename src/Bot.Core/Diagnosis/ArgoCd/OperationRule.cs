using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// A rule about an operation that does not end or ended badly. Exactly one of them speaks for an Application:
/// the first in <see cref="OperationRules.InOrder"/> whose condition holds.
/// </summary>
public abstract class OperationRule(string id, SeverityRange severities, params ReadOnlySpan<string> reads) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, severities, ["Application", .. reads]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var application in snapshot.All<Application>().Where(application => !OperationRules.IsQuiet(application)))
        {
            var operation = new OperationCase(application, snapshot, context);
            if (OperationRules.OwnerOf(operation)?.Descriptor.Id == Descriptor.Id)
            {
                yield return Describe(operation);
            }
        }
    }

    /// <summary>The condition, without regard to the rules that come before.</summary>
    public abstract bool Matches(OperationCase operation);

    protected abstract Finding Describe(OperationCase operation);

    /// <summary>What all of them say: the subject, since when, and what the operation is pinned to.</summary>
    protected Finding Start(OperationCase operation, Severity severity, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        var all = ImmutableDictionary.CreateBuilder<string, object>();
        all["running"] = OperationCase.Short(operation.RunningRevision);
        all["git"] = OperationCase.Short(operation.GitRevision);
        all["waited"] = operation.Named is { } named ? $"{named.Ref.Kind}/{named.Ref.Name}" : "";
        foreach (var (name, value) in facts)
        {
            all[name] = value;
        }

        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = severity,
            Subject = operation.App.Ref,
            Facts = all.ToImmutable(),
            Since = operation.State?.StartedAt,
            BlocksDelivery = true,
        };
    }
}
