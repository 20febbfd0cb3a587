using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Storage;

/// <summary>The rules about claims and volumes, in the order in which they run.</summary>
internal static class StorageRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        new VolumeFailedRule(),
        new ClaimLostRule(),
        new StorageClassMissingRule(),
        new ProvisioningFailedRule(),
        new PendingClaimRule(),
        new NearFullRule(),
    ];
}
