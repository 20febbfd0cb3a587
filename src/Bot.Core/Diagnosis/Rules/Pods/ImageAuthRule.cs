using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The registry refuses the pull: no pull secret, a wrong one, or the node's role may not.</summary>
internal sealed class ImageAuthRule() : ImageRule(RuleIds.PodImageAuth, ImageFault.Auth)
{
    private static readonly TimeSpan SecretGrace = TimeSpan.FromSeconds(60);

    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds, bool nothingReady) => thresholds.Pods.ImageRefused;

    protected override bool IsExcused(Pod pod, ClusterSnapshot snapshot, DiagnosisContext context) =>
        pod.Secrets
            .Select(name => snapshot.Find<SecretMetadata>("Secret", pod.Namespace, name))
            .OfType<SecretMetadata>()
            .Any(secret => secret.Metadata.CreatedAt is { } made && context.Now - made < SecretGrace);

    protected override ImmutableArray<ObjectRef> CausesOf(Pod pod) => [.. pod.Secrets.Select(name => new ObjectRef("Secret", pod.Namespace, name))];

    protected override IEnumerable<Evidence> MoreEvidence(Pod pod, ContainerStatus status) =>
        pod.Secrets.IsEmpty ? [] : [new Evidence(pod.Ref, "spec.imagePullSecrets, volumes, env", string.Join(", ", pod.Secrets))];
}
