using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>The pod's requests or limits are outside what a LimitRange allows, or a quota wants them and the manifest names none.</summary>
internal sealed class LimitRangeRule() : CreateFailureRule(RuleIds.RsLimitRange, CreateFault.LimitRange, "LimitRange")
{
    protected override Finding Describe(Finding start, CreateFailure failure, string name, ClusterSnapshot snapshot) => start with
    {
        Variant = failure.Message.Contains("must specify", StringComparison.Ordinal) ? "unset" : "",
        Evidence = [.. start.Evidence, .. snapshot.All<LimitRange>().Where(range => range.Namespace == failure.Subject.Namespace).SelectMany(Lines).Take(3)],
    };

    private static IEnumerable<Evidence> Lines(LimitRange range) => range.Limits
        .SelectMany(limit => new[] { ("min", limit.Min), ("max", limit.Max), ("maxLimitRequestRatio", limit.MaxLimitRequestRatio) }
            .Where(bound => bound.Item2.Count > 0)
            .Select(bound => new Evidence(range.Ref, $"spec.limits[{limit.Type}].{bound.Item1}", string.Join(", ", bound.Item2.Select(pair => $"{pair.Key}={pair.Value}")))));
}
