using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>The rules about databases, monitoring, API extensions, namespaces and External Secrets, in the order in which they run.</summary>
internal static class PlatformRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        new NamespaceStuckTerminatingRule(),
        new ExternalSecretSyncFailedRule(),
        new WebhookNoEndpointsRule(),
        new ApiServiceUnavailableRule(),
        new StuckFinalizerRule(),
        new VersionUnsupportedRule(),
        new PostgresDownRule(),
        new PrometheusDownRule(),
        new AlertmanagerDownRule(),
        new GrafanaDownRule(),
        new LokiDownRule(),
        new PromtailGapRule(),
        new OperatorDownRule(),
        new TargetMissingRule(),
        new BlindRule(),
    ];
}
