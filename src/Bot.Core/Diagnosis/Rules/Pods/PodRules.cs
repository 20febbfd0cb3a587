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
        new ArchMismatchRule(),
        new ConfigMissingRule(),
        new ConfigKeyMissingRule(),
        new ContainerCreateErrorRule(),
        new SandboxFailedRule(),
        new CniIpExhaustedRule(),
        new MountFailedRule(),
        new VolumeMultiAttachRule(),
        new StartTimeoutRule(),
        new CommandNotFoundRule(),
        new LivenessKillsRule(),
        new StartupProbeRule(),
        new InitCrashloopRule(),
        new DiskFullRule(),
        new DependencyUnreachableRule(),
        new RestartsHighRule(),
        new PodFailedRule(),
        new CrashloopRule(),
        new UnschedulableResourcesRule(),
        new UnschedulableTooManyPodsRule(),
        new UnschedulableAffinityRule(),
        new UnschedulableTaintRule(),
        new UnschedulableVolumeZoneRule(),
        new UnschedulablePvcRule(),
        new SchedulingGatedRule(),
        new NotReadyRule(),
        new EvictedRule(),
        new StuckTerminatingRule(),
    ];
}
