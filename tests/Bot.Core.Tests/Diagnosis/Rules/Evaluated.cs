using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules;

/// <summary>What one rule says of a snapshot, without the engine.</summary>
internal static class Evaluated
{
    public static IReadOnlyList<Finding> By(string rule, ClusterSnapshot snapshot) =>
        [.. RuleCatalogue.Find(rule)!.Evaluate(snapshot, new DiagnosisContext(TheSnapshot.Now))];

    public static IReadOnlyList<Finding> By(string rule, params ClusterObject[] objects) => By(rule, TheSnapshot.Of(objects));
}
