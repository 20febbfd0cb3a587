using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class LiveHealthTests
{
    private static readonly Metadata Meta = TheMetadata.Of("shop", "web") with { Generation = 2 };

    private static readonly Deployment Rolled = new()
    {
        Metadata = Meta,
        ObservedGeneration = 2,
        Replicas = 2,
        CurrentReplicas = 2,
        UpdatedReplicas = 2,
        ReadyReplicas = 2,
        AvailableReplicas = 2,
    };

    private static readonly StatefulSet Set = new()
    {
        Metadata = Meta,
        ObservedGeneration = 2,
        Replicas = 3,
        ReadyReplicas = 3,
        UpdatedReplicas = 3,
        UpdateStrategy = "RollingUpdate",
        CurrentRevision = "a",
        UpdateRevision = "a",
    };

    private static readonly DaemonSet Agent = new() { Metadata = Meta, ObservedGeneration = 2, Replicas = 2, UpdatedReplicas = 2, AvailableReplicas = 2, UpdateStrategy = "RollingUpdate" };

    private static readonly Pod Running = new() { Metadata = Meta, Phase = "Running", RestartPolicy = "Always" };

    public static TheoryData<string, ClusterObject, string> Objects()
    {
        var data = new TheoryData<string, ClusterObject, string>();
        void Add(string what, ClusterObject item, string health) => data.Add(what, item, health);

        Add("rolled out", Rolled, "Healthy");
        Add("paused", Rolled with { Paused = true }, "Suspended");
        Add("not observed", Rolled with { ObservedGeneration = 1 }, "Progressing");
        Add("past its deadline", Rolled with { UpdatedReplicas = 1, Conditions = [Is("Progressing", "False", "ProgressDeadlineExceeded")] }, "Degraded");
        Add("not all updated", Rolled with { UpdatedReplicas = 1 }, "Progressing");
        Add("old pods remain", Rolled with { CurrentReplicas = 3 }, "Progressing");
        Add("not all available", Rolled with { AvailableReplicas = 1 }, "Progressing");
        Add("at zero on purpose", Rolled with { Replicas = 0, CurrentReplicas = 0, UpdatedReplicas = 0, ReadyReplicas = 0, AvailableReplicas = 0 }, "Healthy");
        Add("being deleted", Rolled with { Metadata = Meta with { DeletedAt = TheSnapshot.Now } }, "Progressing");
        Add("hook whose finalizer guards it", new Job { Metadata = Meta with { DeletedAt = TheSnapshot.Now, Finalizers = ["argocd.argoproj.io/hook-finalizer"] }, Conditions = [Is("Complete", "True")] }, "Healthy");

        Add("set", Set, "Healthy");
        Add("set, never observed", Set with { ObservedGeneration = 0 }, "Progressing");
        Add("set, one not ready", Set with { ReadyReplicas = 2 }, "Progressing");
        Add("set, other revision", Set with { UpdateRevision = "b" }, "Progressing");
        Add("set, replaced by hand", Set with { UpdateRevision = "b", UpdateStrategy = "OnDelete" }, "Healthy");
        Add("set, partition rolled out", Set with { UpdateRevision = "b", Partition = 2, UpdatedReplicas = 1 }, "Healthy");
        Add("set, partition not rolled out", Set with { UpdateRevision = "b", Partition = 1, UpdatedReplicas = 1 }, "Progressing");

        Add("agent", Agent, "Healthy");
        Add("agent, node without it", Agent with { AvailableReplicas = 1 }, "Progressing");
        Add("agent, replaced by hand", Agent with { UpdatedReplicas = 0, UpdateStrategy = "OnDelete" }, "Healthy");
        Add("replica set refused", new ReplicaSet { Metadata = Meta, ObservedGeneration = 2, Replicas = 2, Conditions = [Is("ReplicaFailure", "True", "FailedCreate")] }, "Degraded");
        Add("replica set, old", new ReplicaSet { Metadata = Meta, ObservedGeneration = 2 }, "Healthy");

        Add("rollout at a pause", new Rollout { Metadata = Meta, Phase = "Paused", Paused = true }, "Suspended");
        Add("rollout aborted", new Rollout { Metadata = Meta, Phase = "Degraded", Aborted = true }, "Degraded");
        Add("rollout on its way", new Rollout { Metadata = Meta, Phase = "Progressing" }, "Progressing");
        Add("rollout done", new Rollout { Metadata = Meta, Phase = "Healthy" }, "Healthy");

        Add("pod ready", Running with { Conditions = [Is("Ready", "True")] }, "Healthy");
        Add("pod not ready yet", Running, "Progressing");
        Add("pod not ready again", Running with { Statuses = [new ContainerStatus { Name = "web", LastState = new ContainerState(ContainerPhase.Terminated, "Error") }] }, "Degraded");
        Add("pod without image", Running with { Phase = "Pending", Statuses = [new ContainerStatus { Name = "web", State = new ContainerState(ContainerPhase.Waiting, "ErrImagePull") }] }, "Degraded");
        Add("pod in a loop", Running with { Statuses = [new ContainerStatus { Name = "web", State = new ContainerState(ContainerPhase.Waiting, "CrashLoopBackOff") }] }, "Degraded");
        Add("pod pending", Running with { Phase = "Pending" }, "Progressing");
        Add("pod failed", Running with { Phase = "Failed" }, "Degraded");
        Add("pod done", Running with { Phase = "Succeeded" }, "Healthy");
        Add("pod that runs once", Running with { RestartPolicy = "Never", Conditions = [Is("Ready", "True")] }, "Progressing");

        Add("job runs", new Job { Metadata = Meta, Active = 1 }, "Progressing");
        Add("job failed", new Job { Metadata = Meta, Conditions = [Is("Failed", "True", "BackoffLimitExceeded")] }, "Degraded");
        Add("job done", new Job { Metadata = Meta, Conditions = [Is("Complete", "True")] }, "Healthy");
        Add("job suspended", new Job { Metadata = Meta, Suspended = true }, "Suspended");
        Add("cron job", new CronJob { Metadata = Meta }, "Healthy");
        Add("cron job suspended", new CronJob { Metadata = Meta, Suspended = true }, "Suspended");
        Add("cron job, last run failed", new CronJob { Metadata = Meta, LastScheduleAt = TheSnapshot.Now, LastSuccessAt = TheSnapshot.Now.AddDays(-1) }, "Degraded");
        Add("cron job, runs now", new CronJob { Metadata = Meta, Active = 1, LastScheduleAt = TheSnapshot.Now, LastSuccessAt = TheSnapshot.Now.AddDays(-1) }, "Healthy");

        Add("service inside", new Service { Metadata = Meta, Type = "ClusterIP" }, "Healthy");
        Add("service without address", new Service { Metadata = Meta, Type = "LoadBalancer" }, "Progressing");
        Add("service with address", new Service { Metadata = Meta, Type = "LoadBalancer", Addresses = ["a.elb.example"] }, "Healthy");
        Add("ingress without address", new Ingress { Metadata = Meta }, "Progressing");
        Add("ingress with address", new Ingress { Metadata = Meta, Addresses = ["a.elb.example"] }, "Healthy");
        Add("claim pending", new PersistentVolumeClaim { Metadata = Meta, Phase = "Pending" }, "Progressing");
        Add("claim bound", new PersistentVolumeClaim { Metadata = Meta, Phase = "Bound" }, "Healthy");
        Add("claim lost", new PersistentVolumeClaim { Metadata = Meta, Phase = "Lost" }, "Degraded");
        Add("claim, odd phase", new PersistentVolumeClaim { Metadata = Meta, Phase = "Dreaming" }, "Unknown");

        Add("autoscaler new", new HorizontalPodAutoscaler { Metadata = Meta }, "Progressing");
        Add("autoscaler without metrics", new HorizontalPodAutoscaler { Metadata = Meta, Conditions = [Is("AbleToScale", "True", "SucceededGetScale"), Is("ScalingActive", "False", "FailedGetResourceMetric")] }, "Degraded");
        Add("autoscaler at work", new HorizontalPodAutoscaler { Metadata = Meta, Conditions = [Is("ScalingLimited", "False", "DesiredWithinRange")] }, "Healthy");
        Add("api answers", new ApiService { Metadata = Meta, Conditions = [Is("Available", "True")] }, "Healthy");
        Add("api does not answer", new ApiService { Metadata = Meta, Conditions = [Is("Available", "False", "MissingEndpoints")] }, "Progressing");
        Add("secret fetched", new ExternalSecret { Metadata = Meta, Conditions = [Is("Ready", "True", "SecretSynced")] }, "Healthy");
        Add("secret refused", new ExternalSecret { Metadata = Meta, Conditions = [Is("Ready", "False", "SecretSyncedError")] }, "Degraded");
        Add("secret not asked yet", new ExternalSecret { Metadata = Meta }, "Progressing");
        Add("certificate on its way", new Certificate { Metadata = Meta, Conditions = [Is("Ready", "False"), Is("Issuing", "True")] }, "Progressing");
        Add("generator failed", new ApplicationSet { Metadata = Meta, Conditions = [Is("ErrorOccurred", "True")] }, "Degraded");
        Add("no check for it", new ConfigMap { Metadata = Meta }, "");
        return data;
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Judges_an_object_as_argo_cd_does(string what, ClusterObject item, string health) => LiveHealth.OfObject(item).ShouldBe(health, what);

    [Fact]
    public void What_argo_cd_wrote_comes_first()
    {
        var application = An(health: "Healthy", new ApplicationResource { Group = "apps", Kind = "Deployment", Namespace = "shop", Name = "web", Health = "Degraded" });

        LiveHealth.Of(application, TheSnapshot.Of(Rolled)).ShouldBe("Healthy");
        LiveHealth.OfResource(application, application.Resources[0], TheSnapshot.Of(Rolled)).ShouldBe("Degraded");
    }

    [Fact]
    public void Without_it_the_worst_resource_counts() =>
        LiveHealth.Of(An("", Managed("apps", "Deployment", "web"), Managed("", "Service", "web"), Managed("", "ConfigMap", "web")), TheSnapshot.Of(Rolled with { AvailableReplicas = 0 }, new Service { Metadata = Meta, Type = "ClusterIP" }))
            .ShouldBe("Progressing");

    [Fact]
    public void A_missing_resource_counts_only_when_all_are_missing()
    {
        var application = An("", Managed("apps", "Deployment", "web"), Managed("apps", "Deployment", "gone"));

        LiveHealth.Of(application, TheSnapshot.Of(Rolled)).ShouldBe("Healthy");
        LiveHealth.Of(application, new TheSnapshot().Complete("Deployment")).ShouldBe("Missing");
    }

    [Fact]
    public void A_kind_that_was_not_read_is_not_missing() => LiveHealth.Of(An("", Managed("apps", "Deployment", "web")), TheSnapshot.Empty).ShouldBe("");

    [Fact]
    public void What_says_so_itself_is_left_out()
    {
        var ignored = Rolled with { Paused = true, Metadata = Meta with { Annotations = TheMetadata.Map(("argocd.argoproj.io/ignore-healthcheck", "true")) } };

        LiveHealth.Of(An("", Managed("apps", "Deployment", "web")), TheSnapshot.Of(ignored)).ShouldBe("");
    }

    [Fact]
    public void Missing_and_unknown_children_and_its_own_object_do_not_count()
    {
        var root = An("", Child("root"), Child("one"), Child("two"), Child("three"));

        LiveHealth.Of(root, TheSnapshot.Of(root, An("Missing") with { Metadata = TheMetadata.Of("argocd", "one") }, An("Unknown") with { Metadata = TheMetadata.Of("argocd", "two") }, An("Suspended") with { Metadata = TheMetadata.Of("argocd", "three") }))
            .ShouldBe("Suspended");
    }

    [Fact]
    public void Of_another_cluster_nothing_is_known() =>
        LiveHealth.Of(An("", Managed("apps", "Deployment", "web")) with { Destination = new ApplicationDestination("https://10.0.0.1:6443", "", "shop") }, TheSnapshot.Of(Rolled)).ShouldBe("");

    private static Condition Is(string type, string status, string reason = "") => new(type, status, reason, "", TheSnapshot.Now);

    private static ApplicationResource Managed(string group, string kind, string name) => new() { Group = group, Kind = kind, Namespace = "shop", Name = name };

    private static ApplicationResource Child(string name) => new() { Group = "argoproj.io", Kind = "Application", Namespace = "argocd", Name = name };

    private static Application An(string health, params ImmutableArray<ApplicationResource> resources) => new()
    {
        Metadata = TheMetadata.Of("argocd", "root"),
        HealthStatus = health,
        Resources = resources,
        Destination = new ApplicationDestination("https://kubernetes.default.svc", "", "shop"),
    };
}
