using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ApplicationReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        var status = item.At("status"u8);
        var policy = spec.At("syncPolicy"u8);
        return new Application
        {
            Metadata = metadata,
            Project = spec.At("project"u8).Text(),
            Sources = Sources(spec),
            Destination = Destination(spec.At("destination"u8)),
            Automated = Automated(policy.At("automated"u8)),
            Retry = OperationReader.Retry(policy.At("retry"u8)),
            SyncOptions = RepeatedParts.Once(policy.At("syncOptions"u8).Texts()),
            Operation = OperationReader.Read(item.At("operation"u8)),
            SyncStatus = status.At("sync"u8, "status"u8).Text(),
            SyncRevision = status.At("sync"u8, "revision"u8).Text(),
            SyncRevisions = RepeatedParts.Once(status.At("sync"u8, "revisions"u8).Texts()),
            HealthStatus = status.At("health"u8, "status"u8).Text(),
            HealthSince = status.At("health"u8, "lastTransitionTime"u8).Time(),
            OperationState = OperationStateReader.Read(status.At("operationState"u8)),
            Conditions = status.At("conditions"u8).Each(static condition => new ApplicationCondition(
                condition.At("type"u8).Text(), condition.At("message"u8).Message(), condition.At("lastTransitionTime"u8).Time())),
            Resources = status.At("resources"u8).Each(Resource),
            History = status.At("history"u8).Each(static entry => new ApplicationHistory(
                entry.At("id"u8).Long(),
                entry.At("revision"u8).Text(),
                RepeatedParts.Once(entry.At("revisions"u8).Texts()),
                entry.At("deployedAt"u8).Time())),
            ReconciledAt = status.At("reconciledAt"u8).Time(),
            ResourceHealthSource = status.At("resourceHealthSource"u8).Text(),
            Images = RepeatedParts.Once(status.At("summary"u8, "images"u8).Texts()),
        };
    }

    private static ImmutableArray<ApplicationSource> Sources(JsonElement spec)
    {
        var many = spec.At("sources"u8).Each(Source);
        if (many.Length > 0)
        {
            return many;
        }

        var hydrator = spec.At("sourceHydrator"u8);
        return hydrator.ValueKind == JsonValueKind.Object
            ? [new ApplicationSource(
                hydrator.At("drySource"u8, "repoURL"u8).Text(),
                hydrator.At("syncSource"u8, "targetBranch"u8).Text(),
                hydrator.At("syncSource"u8, "path"u8).Text(),
                Chart: "",
                DirectoryExclude: "")]
            : spec.At("source"u8) is { ValueKind: JsonValueKind.Object } source ? [Source(source)] : [];
    }

    private static ApplicationSource Source(JsonElement source) => new(
        source.At("repoURL"u8).Text(),
        source.At("targetRevision"u8).Text(),
        source.At("path"u8).Text(),
        source.At("chart"u8).Text(),
        source.At("directory"u8, "exclude"u8).Text());

    private static ApplicationDestination Destination(JsonElement destination) => new(
        destination.At("server"u8).Text(),
        destination.At("name"u8).Text(),
        destination.At("namespace"u8).Text());

    private static AutomatedSync? Automated(JsonElement automated) => automated.ValueKind != JsonValueKind.Object ? null : new AutomatedSync(
        automated.At("prune"u8).Bool(),
        automated.At("selfHeal"u8).Bool(),
        automated.At("allowEmpty"u8).Bool(),
        automated.At("enabled"u8).Bool(fallback: true));

    private static ApplicationResource Resource(JsonElement resource) => new()
    {
        Group = resource.At("group"u8).Text(),
        Version = resource.At("version"u8).Text(),
        Kind = resource.At("kind"u8).Text(),
        Namespace = resource.At("namespace"u8).Text(),
        Name = resource.At("name"u8).Text(),
        Status = resource.At("status"u8).Text(),
        Health = resource.At("health"u8, "status"u8).Text(),
        HealthMessage = resource.At("health"u8, "message"u8).Message(),
        IsHook = resource.At("hook"u8).Bool(),
        RequiresPruning = resource.At("requiresPruning"u8).Bool(),
        RequiresDeletionConfirmation = resource.At("requiresDeletionConfirmation"u8).Bool(),
        SyncWave = resource.At("syncWave"u8).Int(),
    };
}
