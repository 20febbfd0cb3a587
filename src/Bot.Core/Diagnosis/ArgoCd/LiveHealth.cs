using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// Health of managed objects as Argo CD's own checks compute it. Argo CD 3.0 and later do not store it with the Application
/// (<c>status.resources[].health</c> is absent), so it is computed from the objects of the snapshot. Empty means: no check for the kind,
/// or not known.
/// </summary>
public static class LiveHealth
{
    public const string Healthy = "Healthy";
    public const string Suspended = "Suspended";
    public const string Progressing = "Progressing";
    public const string Missing = "Missing";
    public const string Degraded = "Degraded";
    public const string Unknown = "Unknown";

    private const string IgnoreHealth = "argocd.argoproj.io/ignore-healthcheck";

    private static readonly ImmutableArray<string> BestFirst = [Healthy, Suspended, Progressing, Missing, Degraded, Unknown];

    private static readonly (string Type, string Reason)[] AutoscalerFailed =
        [("AbleToScale", "FailedGetScale"), ("AbleToScale", "FailedUpdateScale"), ("ScalingActive", "FailedGetResourceMetric"), ("ScalingActive", "InvalidSelector")];

    private static readonly (string Type, string Reason)[] AutoscalerWorks =
        [("AbleToScale", "SucceededRescale"), ("ScalingLimited", "DesiredWithinRange"), ("ScalingLimited", "TooFewReplicas"), ("ScalingLimited", "TooManyReplicas")];

    /// <summary>The health of an Application: what Argo CD wrote, else the worst of its resources; empty when neither tells.</summary>
    public static string Of(Application application, ClusterSnapshot snapshot) =>
        application.HealthStatus.Length > 0 ? application.HealthStatus : Computed(application, snapshot);

    /// <summary>The health of one managed resource: what Argo CD stored, else by the live object.</summary>
    public static string OfResource(Application application, ApplicationResource resource, ClusterSnapshot snapshot)
    {
        if (resource.Health.Length > 0 || !IsHere(application))
        {
            return resource.Health;
        }

        var reference = ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name);
        return snapshot.Find(reference) is { } live ? OfObject(live)
            : resource.IsHook || resource.RequiresPruning || snapshot.PresenceOf(reference) != Presence.Absent ? ""
            : Missing;
    }

    /// <summary>The health of one object; empty for kinds that Argo CD does not check.</summary>
    public static string OfObject(ClusterObject item) =>
        item.IsBeingDeleted && !item.Metadata.Finalizers.Contains("argocd.argoproj.io/hook-finalizer") ? Progressing : item switch
        {
            Pod pod => OfPod(pod),
            Deployment deployment => OfDeployment(deployment),
            StatefulSet set => OfStatefulSet(set),
            DaemonSet set => OfDaemonSet(set),
            ReplicaSet set => OfReplicaSet(set),
            Rollout rollout => OfRollout(rollout),
            Job job => OfJob(job),
            CronJob job => OfCronJob(job),
            Service service => service.Type == "LoadBalancer" && service.Addresses.Length == 0 ? Progressing : Healthy,
            Ingress ingress => ingress.Addresses.Length == 0 ? Progressing : Healthy,
            PersistentVolumeClaim claim => claim.Phase switch { "Bound" => Healthy, "Pending" => Progressing, "Lost" => Degraded, _ => Unknown },
            HorizontalPodAutoscaler autoscaler => OfAutoscaler(autoscaler),
            ApiService service => service.Conditions.Any(condition => condition is { Type: "Available", Status: "True" }) ? Healthy : Progressing,
            ExternalSecret secret => OfReady(secret.Conditions),
            SecretStore store => OfReady(store.Conditions),
            Certificate certificate => certificate.Conditions.Any(condition => condition is { Type: "Issuing", Status: "True" }) ? Progressing : OfReady(certificate.Conditions),
            ApplicationSet set => OfApplicationSet(set),
            Application child => child.HealthStatus,
            _ => "",
        };

    /// <summary>True when the first is worse than the second.</summary>
    public static bool IsWorse(string one, string other) => BestFirst.IndexOf(one) > BestFirst.IndexOf(other);

    // Its own object, Missing or Unknown children and what is marked to be ignored do not count; Missing counts only when all are.
    private static string Computed(Application application, ClusterSnapshot snapshot)
    {
        var worst = "";
        var (checkedCount, missing) = (0, 0);
        foreach (var resource in application.Resources)
        {
            var reference = ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name);
            if (reference == application.Ref || resource.IsHook || snapshot.Find(reference)?.Metadata.Annotations[IgnoreHealth] == "true")
            {
                continue;
            }

            var health = OfResource(application, resource, snapshot);
            if (health.Length == 0 || (resource.Kind == "Application" && health is Missing or Unknown))
            {
                continue;
            }

            checkedCount++;
            if (health == Missing)
            {
                missing++;
            }
            else if (worst.Length == 0 || IsWorse(health, worst))
            {
                worst = health;
            }
        }

        return checkedCount > 0 && missing == checkedCount ? Missing : worst;
    }

    private static bool IsHere(Application application) =>
        application.Destination is { Server: "https://kubernetes.default.svc" } or { Name: "in-cluster" } or { Server: "", Name: "" };

    private static string OfPod(Pod pod)
    {
        var always = pod.RestartPolicy is "Always" or "";
        if (always && pod.Statuses.Any(status => !status.IsInit && status.State is { Phase: ContainerPhase.Waiting } state && IsFault(state.Reason)))
        {
            return Degraded;
        }

        return pod.Phase switch
        {
            "Pending" => Progressing,
            "Succeeded" => Healthy,
            "Failed" => Degraded,
            "Running" when !always => Progressing,
            "Running" when pod.IsReady => Healthy,
            "Running" => pod.Statuses.Any(status => !status.IsInit && status.LastState.Phase == ContainerPhase.Terminated) ? Degraded : Progressing,
            _ => Unknown,
        };
    }

    private static bool IsFault(string reason) =>
        reason.StartsWith("Err", StringComparison.Ordinal) || reason.EndsWith("Error", StringComparison.Ordinal) || reason.EndsWith("BackOff", StringComparison.Ordinal);

    private static string OfDeployment(Deployment item) =>
        item.Paused ? Suspended
        : item.Metadata.Generation > item.ObservedGeneration ? Progressing
        : item.ConditionOf("Progressing") is { Reason: "ProgressDeadlineExceeded" } ? Degraded
        : item.UpdatedReplicas < item.Replicas || item.CurrentReplicas > item.UpdatedReplicas || item.AvailableReplicas < item.UpdatedReplicas ? Progressing
        : Healthy;

    private static string OfStatefulSet(StatefulSet item) =>
        item.ObservedGeneration == 0 || item.Metadata.Generation > item.ObservedGeneration || item.ReadyReplicas < item.Replicas ? Progressing
        : item.UpdateStrategy == "OnDelete" ? Healthy
        : item.Partition > 0 ? (item.UpdatedReplicas < item.Replicas - item.Partition ? Progressing : Healthy)
        : item.UpdateRevision != item.CurrentRevision ? Progressing
        : Healthy;

    private static string OfDaemonSet(DaemonSet item) =>
        item.Metadata.Generation > item.ObservedGeneration ? Progressing
        : item.UpdateStrategy == "OnDelete" ? Healthy
        : item.UpdatedReplicas < item.Replicas || item.AvailableReplicas < item.Replicas ? Progressing
        : Healthy;

    private static string OfReplicaSet(ReplicaSet item) =>
        item.Metadata.Generation > item.ObservedGeneration ? Progressing
        : item.ConditionOf("ReplicaFailure") is { IsTrue: true } ? Degraded
        : item.AvailableReplicas < item.Replicas ? Progressing
        : Healthy;

    private static string OfRollout(Rollout item) =>
        item.ConditionOf("InvalidSpec") is not null || item.Aborted ? Degraded
        : item.Phase == Degraded ? Degraded
        : item.Phase == "Paused" || item.Paused ? Suspended
        : item.Phase is Healthy or Progressing ? item.Phase
        : item.UpdatedReplicas < item.Replicas || item.AvailableReplicas < item.UpdatedReplicas ? Progressing
        : Healthy;

    private static string OfJob(Job item) =>
        item.IsFailed ? Degraded
        : item.IsComplete ? Healthy
        : item.Suspended ? Suspended
        : Progressing;

    private static string OfCronJob(CronJob item) =>
        item.Suspended ? Suspended
        : item is { Active: 0, LastScheduleAt: { } scheduled, LastSuccessAt: { } succeeded } && succeeded < scheduled ? Degraded
        : Healthy;

    private static string OfAutoscaler(HorizontalPodAutoscaler item)
    {
        foreach (var condition in item.Conditions)
        {
            if (AutoscalerFailed.Contains((condition.Type, condition.Reason)))
            {
                return Degraded;
            }

            if (AutoscalerWorks.Contains((condition.Type, condition.Reason)))
            {
                return Healthy;
            }
        }

        return Progressing;
    }

    private static string OfReady(ImmutableArray<Condition> conditions) =>
        conditions.FirstOrDefault(condition => condition.Type == "Ready") switch
        {
            { IsTrue: true } => Healthy,
            { IsFalse: true } => Degraded,
            _ => Progressing,
        };

    private static string OfApplicationSet(ApplicationSet item) =>
        item.Conditions.Any(condition => condition is { Type: "ErrorOccurred", Status: "True" }) ? Degraded
        : item.Conditions.Any(condition => condition is { Type: "ResourcesUpToDate", Status: "True" }) ? Healthy
        : Progressing;
}
