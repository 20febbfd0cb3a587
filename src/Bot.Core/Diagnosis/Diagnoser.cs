using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Ownership;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Diagnosis;

/// <summary>Runs the rules over a snapshot and puts what they find in order: one finding a key, impact, causes, roots first.</summary>
public sealed partial class Diagnoser(ImmutableArray<IDiagnosticRule> rules, ILogger<Diagnoser> logger)
{
    public Diagnoser(ILogger<Diagnoser> logger)
        : this(RuleCatalogue.All, logger)
    {
    }

    public ClusterDiagnosis Diagnose(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var raw = new List<Finding>();
        var failed = ImmutableArray.CreateBuilder<FailedRule>();
        foreach (var rule in rules)
        {
            // The edge of the rules: one that throws must not take the others down, nor be passed over in silence.
            try
            {
                raw.AddRange(rule.Evaluate(snapshot, context).ToList());
            }
            catch (Exception error)
            {
                Log.RuleFailed(logger, error, rule.Descriptor.Id, snapshot.Cluster);
                failed.Add(new FailedRule(rule.Descriptor.Id, $"{error.GetType().Name}: {error.Message}"));
            }
        }

        var impacts = new ImpactAssessor(snapshot, context);
        var places = new ChangePlaces(snapshot);
        var merged = FindingMerger.Merge(raw, snapshot).Select(finding => finding with { Impact = impacts.Assess(finding), ChangeIn = places.Of(finding) });
        var findings = CausalGraph.Order([.. merged], snapshot);
        return new ClusterDiagnosis(snapshot.Cluster, context.Now, findings, snapshot.ObjectCount, NotRead(snapshot)) { FailedRules = failed.ToImmutable() };
    }

    private static ImmutableArray<string> NotRead(ClusterSnapshot snapshot) =>
    [
        .. ClusterKinds.All
            .Where(kind => snapshot.ReadingOf(kind).State is ReadingState.NotRead or ReadingState.Forbidden or ReadingState.Failed)
            .Order(StringComparer.Ordinal),
    ];

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Error, "Rule {RuleId} failed on cluster '{Cluster}': its findings are unknown.")]
        public static partial void RuleFailed(ILogger logger, Exception error, string ruleId, string cluster);
    }
}
