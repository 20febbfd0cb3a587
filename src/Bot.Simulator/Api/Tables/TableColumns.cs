using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using static Bot.Simulator.Api.Tables.CommonColumns;
using static Bot.Simulator.Api.Tables.TableColumn;

namespace Bot.Simulator.Api.Tables;

/// <summary>Which columns a kind has.</summary>
internal static class TableColumns
{
    private static readonly Dictionary<SimulatedKind, IReadOnlyList<TableColumn>> Known = new()
    {
        [SimulatedKinds.Pod] = PodColumns.All,
        [SimulatedKinds.Deployment] = WorkloadColumns.Deployment,
        [SimulatedKinds.ReplicaSet] = WorkloadColumns.ReplicaSet,
        [SimulatedKinds.ReplicationController] = WorkloadColumns.ReplicaSet,
        [SimulatedKinds.StatefulSet] = WorkloadColumns.StatefulSet,
        [SimulatedKinds.DaemonSet] = WorkloadColumns.DaemonSet,
        [SimulatedKinds.Job] = WorkloadColumns.Job,
        [SimulatedKinds.CronJob] = WorkloadColumns.CronJob,
        [SimulatedKinds.HorizontalPodAutoscaler] = WorkloadColumns.HorizontalPodAutoscaler,
        [SimulatedKinds.PodDisruptionBudget] = WorkloadColumns.PodDisruptionBudget,
        [SimulatedKinds.Service] = NetworkColumns.Service,
        [SimulatedKinds.Ingress] = NetworkColumns.Ingress,
        [SimulatedKinds.IngressClass] = NetworkColumns.IngressClass,
        [SimulatedKinds.EndpointSlice] = NetworkColumns.EndpointSlice,
        [SimulatedKinds.Endpoints] = NetworkColumns.Endpoints,
        [SimulatedKinds.NetworkPolicy] = NetworkColumns.NetworkPolicy,
        [SimulatedKinds.Node] = ClusterColumns.Node,
        [SimulatedKinds.Namespace] = ClusterColumns.Namespace,
        [SimulatedKinds.Event] = ClusterColumns.Event,
        [SimulatedKinds.EventOfEventsGroup] = ClusterColumns.Event,
        [SimulatedKinds.ConfigMap] = ClusterColumns.ConfigMap,
        [SimulatedKinds.Secret] = ClusterColumns.Secret,
        [SimulatedKinds.ServiceAccount] = ClusterColumns.ServiceAccount,
        [SimulatedKinds.PersistentVolumeClaim] = StorageColumns.Claim,
        [SimulatedKinds.PersistentVolume] = StorageColumns.Volume,
        [SimulatedKinds.StorageClass] = StorageColumns.Class,
        [SimulatedKinds.MutatingWebhookConfiguration] = ClusterColumns.Webhooks,
        [SimulatedKinds.ValidatingWebhookConfiguration] = ClusterColumns.Webhooks,
        [SimulatedKinds.ApiService] = ClusterColumns.ApiService,
        [SimulatedKinds.Lease] = ClusterColumns.Lease,
        [SimulatedKinds.CustomResourceDefinition] = ClusterColumns.CreatedAt,
        [SimulatedKinds.LimitRange] = ClusterColumns.CreatedAt,
        [SimulatedKinds.Application] =
        [
            Name, Path("Sync Status", ".status.sync.status"), Path("Health Status", ".status.health.status"),
            Path("Revision", ".status.sync.revision", 10), Path("Project", ".spec.project", 10),
        ],
        [SimulatedKinds.Rollout] =
        [
            Name, Path("Desired", ".spec.replicas"), Path("Current", ".status.replicas"), Path("Up-to-date", ".status.updatedReplicas"),
            Path("Available", ".status.availableReplicas"), Age,
        ],
        [SimulatedKinds.ExternalSecret] =
        [
            Name, Path("StoreType", ".spec.secretStoreRef.kind"), Path("Store", ".spec.secretStoreRef.name"),
            Path("Refresh Interval", ".spec.refreshInterval"), Ready("Status", "reason"), Ready("Ready", "status"),
        ],
        [SimulatedKinds.SecretStore] = [Name, Age, Ready("Status", "reason"), Path("Capabilities", ".status.capabilities"), Ready("Ready", "status")],
        [SimulatedKinds.ClusterSecretStore] = [Name, Age, Ready("Status", "reason"), Path("Capabilities", ".status.capabilities"), Ready("Ready", "status")],
        [SimulatedKinds.Certificate] = [Name, Ready("Ready", "status"), Path("Secret", ".spec.secretName"), Path("Issuer", ".spec.issuerRef.name", 1), Age],
        [SimulatedKinds.Gateway] = [Name, Path("Class", ".spec.gatewayClassName"), Text("Address", static body => body.Objects("status", "addresses").FirstOrDefault().Text("value")), Age],
        [SimulatedKinds.HttpRoute] = [Name, Text("Hostnames", static body => body.At("spec", "hostnames")?.ToJsonString()), Age],
    };

    public static IReadOnlyList<TableColumn> Of(SimulatedKind kind) => Known.TryGetValue(kind, out var columns) ? columns : [Name, Age];

    /// <summary>A column as a CustomResourceDefinition defines it; what is missing stays null.</summary>
    private static TableColumn Path(string name, string path, int priority = 0) => new(name, (body, _) => Scalar(body.At(path[1..].Split('.'))))
    {
        Priority = priority,
        Description = "Custom resource definition column (in JSONPath format): " + path,
    };

    private static TableColumn Ready(string name, string field) =>
        Text(name, body => body.Objects("status", "conditions").FirstOrDefault(static condition => condition.Text("type") == "Ready").Text(field));

    private static JsonNode? Scalar(JsonNode? node) => node is JsonValue ? node.DeepClone() : node?.ToJsonString();
}
