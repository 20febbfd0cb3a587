using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

/// <summary>Runs rules at the moment of the builders.</summary>
internal static class Diagnose
{
    public static readonly DiagnosisContext Context = new(TheSnapshot.Now);

    public static List<Finding> By<TRule>(ClusterSnapshot snapshot)
        where TRule : IDiagnosticRule, new() => [.. new TRule().Evaluate(snapshot, Context)];

    public static List<Finding> By<TRule>(params ClusterObject[] objects)
        where TRule : IDiagnosticRule, new() => By<TRule>(TheSnapshot.Of(objects));

    /// <summary>What all rules of the operation group say; at most one finding for each Application.</summary>
    public static List<string> Operations(ClusterSnapshot snapshot) =>
    [
        .. RuleCatalogue.All
            .Where(rule => rule is Core.Diagnosis.ArgoCd.OperationRule)
            .SelectMany(rule => rule.Evaluate(snapshot, Context))
            .Select(finding => finding.Rule),
    ];
}
