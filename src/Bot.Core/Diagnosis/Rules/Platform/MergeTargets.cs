using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>Whether an ExternalSecret that only merges has nothing to merge into. Secrets are not listed, so the operator's own words count.</summary>
internal static class MergeTargets
{
    public static bool IsMissing(ExternalSecret secret, ClusterSnapshot snapshot) =>
        secret.CreationPolicy == "Merge"
        && ReadyOf(secret) is { IsFalse: true } ready
        && snapshot.PresenceOf(TargetOf(secret)) switch
        {
            Presence.Absent => true,
            Presence.Present => false,
            _ => ready.Reason == "SecretMissing"
                || ready.Message.Contains("CreationPolicy=Merge", StringComparison.Ordinal)
                || ready.Message.Contains($"\"{secret.TargetName}\" not found", StringComparison.Ordinal)
                || ready.Message.Contains("secret not found", StringComparison.OrdinalIgnoreCase),
        };

    public static Condition? ReadyOf(ExternalSecret secret) => secret.Conditions.FirstOrDefault(condition => condition.Type == "Ready");

    public static ObjectRef TargetOf(ExternalSecret secret) => new("Secret", secret.Namespace, secret.TargetName);
}
