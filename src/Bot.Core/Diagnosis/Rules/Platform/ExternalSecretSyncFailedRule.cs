using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>An ExternalSecret or its store is not Ready: the Secret is not made or no longer renewed.</summary>
internal sealed class ExternalSecretSyncFailedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.EsoSyncFailed, Severity.Critical, ["ExternalSecret", "SecretStore", "ClusterSecretStore", "Pod", "Secret"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context) =>
        snapshot.All<SecretStore>().SelectMany(store => OfStore(store, snapshot, context))
            .Concat(snapshot.All<ExternalSecret>().SelectMany(secret => OfSecret(secret, snapshot, context)));

    private IEnumerable<Finding> OfStore(SecretStore store, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (NotReady(store, store.Conditions, context) is not { } condition)
        {
            yield break;
        }

        var users = snapshot.All<ExternalSecret>().Where(secret => StoreOf(secret) == store.Ref).ToList();
        var needed = users.Any(secret => PodsNeeding(secret, snapshot).Any());
        yield return Found(store, condition, needed) with
        {
            Variant = "store",
            Affected = [.. users.Select(secret => secret.Ref)],
            Facts = Facts(condition, "", users.Count),
            Command = $"kubectl {(store.IsClusterWide ? "" : $"-n {store.Namespace} ")}describe {store.Kind.ToLowerInvariant()} {store.Name}",
        };
    }

    private IEnumerable<Finding> OfSecret(ExternalSecret secret, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        // Without a target a merge cannot work at all: a rule of its own tells that.
        if (NotReady(secret, secret.Conditions, context) is not { } condition || MergeTargets.IsMissing(secret, snapshot))
        {
            yield break;
        }

        var pods = PodsNeeding(secret, snapshot).ToList();
        var target = snapshot.PresenceOf(new ObjectRef("Secret", secret.Namespace, secret.TargetName));
        yield return Found(secret, condition, pods.Count > 0) with
        {
            Affected = [.. pods.Where(pod => !pod.IsReady).Select(pod => snapshot.Owners.TopOf(pod)).Distinct()],
            PointsTo = [StoreOf(secret)],
            Facts = Facts(condition, secret.TargetName, pods.Count),
            Evidence =
            [
                new Evidence(secret.Ref, "status.conditions[Ready].message", condition.Message) { At = condition.LastTransitionAt },
                new Evidence(secret.Ref, "status.conditions[Ready].reason", condition.Reason),
                new Evidence(secret.Ref, "spec.target.creationPolicy", secret.CreationPolicy),
                new Evidence(new ObjectRef("Secret", secret.Namespace, secret.TargetName), "metadata", target.ToString().ToLowerInvariant()),
                .. pods.Take(1).Select(pod => new Evidence(pod.Ref, "spec (secret references)", secret.TargetName)),
            ],
            Command = $"kubectl -n {secret.Namespace} annotate externalsecret {secret.Name} force-sync=$(date +%s) --overwrite",
        };
    }

    private Finding Found(ClusterObject item, Condition condition, bool needed) => new()
    {
        Rule = Descriptor.Id,
        Severity = needed ? Severity.Critical : Severity.Warning,
        Subject = item.Ref,
        Since = condition.LastTransitionAt,
        Evidence =
        [
            new Evidence(item.Ref, "status.conditions[Ready].message", condition.Message) { At = condition.LastTransitionAt },
            new Evidence(item.Ref, "status.conditions[Ready].reason", condition.Reason),
        ],
    };

    private static ImmutableDictionary<string, object> Facts(Condition condition, string target, int count) =>
        ImmutableDictionary.CreateRange<string, object>([new("reason", condition.Reason), new("target", target), new("count", count)]);

    private static Condition? NotReady(ClusterObject item, ImmutableArray<Condition> conditions, DiagnosisContext context) =>
        conditions.FirstOrDefault(condition => condition is { Type: "Ready", IsFalse: true }) is { } condition
        && !item.IsBeingDeleted
        && context.IsOlder(condition.LastTransitionAt ?? item.Metadata.CreatedAt, context.Thresholds.Platform.ExternalSecret)
            ? condition
            : null;

    private static ObjectRef StoreOf(ExternalSecret secret) =>
        new(secret.StoreKind, secret.StoreKind == "ClusterSecretStore" ? "" : secret.Namespace, secret.StoreName);

    private static IEnumerable<Pod> PodsNeeding(ExternalSecret secret, ClusterSnapshot snapshot) =>
        snapshot.Pods.In(secret.Namespace).Where(pod => !pod.IsFinished && pod.Secrets.Contains(secret.TargetName));
}
