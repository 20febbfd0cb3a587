using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>An ExternalSecret or its store is not Ready: the Secret is not made or no longer renewed.</summary>
internal sealed class ExternalSecretSyncFailedRule : IDiagnosticRule
{
    private static readonly long LatestSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public RuleDescriptor Descriptor { get; } = new(RuleIds.EsoSyncFailed, Severity.Warning.To(Severity.Critical), ["ExternalSecret", "SecretStore", "ClusterSecretStore", "Pod", "Secret"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var need = new SecretNeed(snapshot, context);
        return snapshot.All<SecretStore>().SelectMany(store => OfStore(store, need, snapshot, context))
            .Concat(snapshot.All<ExternalSecret>().SelectMany(secret => OfSecret(secret, need, snapshot, context)));
    }

    private IEnumerable<Finding> OfStore(SecretStore store, SecretNeed need, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (NotReady(store, store.Conditions, context) is not { } condition)
        {
            yield break;
        }

        var users = snapshot.All<ExternalSecret>().Where(secret => StoreOf(secret) == store.Ref).ToList();
        yield return Found(store, condition, need.SeverityOf(users.SelectMany(need.PodsNeeding))) with
        {
            Variant = "store",
            Affected = [.. users.Select(secret => secret.Ref)],
            Facts = Facts(condition, "", users.Count),
            Command = $"kubectl {(store.IsClusterWide ? "" : $"-n {store.Namespace} ")}describe {store.Kind.ToLowerInvariant()} {store.Name}",
        };
    }

    private IEnumerable<Finding> OfSecret(ExternalSecret secret, SecretNeed need, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        // Without a target a merge cannot work at all: a rule of its own tells that.
        if (NotReady(secret, secret.Conditions, context) is not { } condition || MergeTargets.IsMissing(secret, snapshot) || IsRefreshPending(secret, condition, snapshot, context))
        {
            yield break;
        }

        var pods = need.PodsNeeding(secret);
        var target = snapshot.PresenceOf(new ObjectRef("Secret", secret.Namespace, secret.TargetName));
        yield return Found(secret, condition, need.SeverityOf(pods)) with
        {
            Affected = [.. need.Suffering(pods)],
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

    private Finding Found(ClusterObject item, Condition condition, Severity severity) => new()
    {
        Rule = Descriptor.Id,
        Severity = severity,
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

    // The failure is of before: somebody asked for a new sync, or the store came back, and the operator has not tried since.
    private static bool IsRefreshPending(ExternalSecret secret, Condition failure, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        DateTimeOffset?[] reasonsToTry = [AskedAt(secret), BackSince(snapshot.Find(StoreOf(secret)) as SecretStore)];
        return reasonsToTry.Any(moment => moment > failure.LastTransitionAt && !context.IsOlder(moment, context.Thresholds.Platform.ExternalSecret));
    }

    private static DateTimeOffset? AskedAt(ExternalSecret secret) =>
        long.TryParse(secret.Metadata.Annotations["force-sync"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LatestSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static DateTimeOffset? BackSince(SecretStore? store) =>
        store?.Conditions.FirstOrDefault(condition => condition is { Type: "Ready", IsTrue: true })?.LastTransitionAt;
}
