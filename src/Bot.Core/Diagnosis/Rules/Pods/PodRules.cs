using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The rules about pods, in the order in which they run.</summary>
internal static class PodRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        new OomRule(),
        new ImageNotFoundRule(),
        new ImageAuthRule(),
        new ImageRateLimitRule(),
        new ImageRegistryUnreachableRule(),
        new ImageInvalidNameRule(),
        new ImageNeverPullRule(),
        new ImagePullRule(),
        new CrashloopRule(),
        new UnschedulableResourcesRule(),
    ];
}
