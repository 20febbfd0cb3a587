using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>A rule about an Application that stays OutOfSync. Exactly one of them speaks for it: <see cref="Drift.Kind"/> decides.</summary>
internal abstract class DriftRule(string id, SeverityRange severities, DriftKind kind, params ReadOnlySpan<string> reads) : IDiagnosticRule
{
    private const int MostNamed = 3;

    public RuleDescriptor Descriptor { get; } = new(id, severities, ["Application", .. reads]);

    public virtual IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context) =>
        Drifts(snapshot, context).Select(drift => Describe(drift, snapshot, context)).OfType<Finding>();

    /// <summary>The Applications for which this rule speaks.</summary>
    protected IEnumerable<Drift> Drifts(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var app in snapshot.All<Application>())
        {
            if (app.SyncStatus == "OutOfSync" && Drift.Of(app, context) is { } drift && drift.Kind == kind)
            {
                yield return drift;
            }
        }
    }

    /// <summary>Null when the rule has nothing to say after all.</summary>
    protected abstract Finding? Describe(Drift drift, ClusterSnapshot snapshot, DiagnosisContext context);

    protected Finding Start(Drift drift, Severity severity, ImmutableArray<ApplicationResource> resources) => new()
    {
        Rule = Descriptor.Id,
        Severity = severity,
        Subject = drift.App.Ref,
        Facts = ImmutableDictionary.CreateRange<string, object>(
        [
            new("resource", resources.IsEmpty ? "" : Drift.NameOf(resources[0])), new("count", resources.Length), new("git", OperationCase.Short(drift.App.SyncRevision)),
        ]),
        Evidence =
        [
            new Evidence(drift.App.Ref, "status.sync.status", "OutOfSync"),
            .. resources.IsEmpty ? [] : new[] { new Evidence(drift.App.Ref, "status.resources[].status", string.Join(", ", resources.Take(MostNamed).Select(Drift.NameOf))) },
        ],
    };
}
