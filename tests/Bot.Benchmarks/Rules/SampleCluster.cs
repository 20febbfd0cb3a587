using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Benchmarks.Rules;

/// <summary>2,000 Applications over 200 namespaces with a Deployment, ReplicaSet, Service, EndpointSlice and ten pods each, 400 nodes; every tenth Application and its pods are faulty.</summary>
internal sealed class SampleCluster
{
    public const int Applications = 2000;
    public const int PodsOfOne = 10;
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    private const int Namespaces = 200;
    private const int Nodes = 400;
    private static readonly DateTimeOffset Old = Now.AddDays(-3);
    private static readonly DateTimeOffset Recent = Now.AddMinutes(-40);

    private readonly Dictionary<string, ImmutableArray<ClusterObject>.Builder> lists = [];

    public SampleCluster()
    {
        for (var index = 0; index < Applications; index++)
        {
            AddApplication(index);
        }

        for (var index = 0; index < Nodes; index++)
        {
            Add(new Node
            {
                Metadata = Of("", $"node-{index:000}"),
                Conditions = [new Condition("Ready", "True", "KubeletReady", "", Old), new Condition("MemoryPressure", "False", "", "", Old), new Condition("DiskPressure", "False", "", "", Old)],
                AllocatableCpu = new Quantity("8"),
                AllocatableMemory = new Quantity("32Gi"),
                AllocatablePods = new Quantity("110"),
            });
        }

        Lists = lists.ToDictionary(pair => pair.Key, pair => ObjectOrder.Sorted(pair.Value.ToImmutable()));
    }

    public Dictionary<string, ImmutableArray<ClusterObject>> Lists { get; }

    /// <summary>A snapshot of its own: nothing of an earlier one is remembered.</summary>
    public ClusterSnapshot Snapshot()
    {
        var builder = new ClusterSnapshotBuilder("main");
        foreach (var kind in ClusterKinds.All)
        {
            builder.With(new KindReading(kind, ReadingState.Read, SeenAt: Now));
        }

        foreach (var (kind, list) in Lists)
        {
            builder.Replace(kind, list);
        }

        return builder.Build(Now);
    }

    /// <summary>The same cluster after one pod changed.</summary>
    public void Touch(int index)
    {
        var pods = Lists["Pod"];
        var pod = (Pod)pods[index];
        Lists["Pod"] = pods.SetItem(index, pod with { Metadata = pod.Metadata with { ResourceVersion = pod.Metadata.ResourceVersion + "1" } });
    }

    private void AddApplication(int index)
    {
        var space = $"team-{index % Namespaces:000}";
        var name = $"service-{index:0000}";
        var faulty = index % 10 == 0;
        var sort = index / 10 % 5;
        Add(new Application
        {
            Metadata = Of("argocd", name),
            Project = "default",
            Sources = [new ApplicationSource("https://git.example/all.git", "main", $"charts/{name}", "", "")],
            Destination = new ApplicationDestination("https://kubernetes.default.svc", "", space),
            Automated = new AutomatedSync(true, true, false, true),
            SyncStatus = faulty && sort == 1 ? "OutOfSync" : "Synced",
            SyncRevision = "a1b2c3d4",
            HealthStatus = faulty ? "Degraded" : "Healthy",
            HealthSince = Recent,
            ReconciledAt = Now.AddMinutes(-1),
            Resources =
            [
                new ApplicationResource { Group = "apps", Version = "v1", Kind = "Deployment", Namespace = space, Name = name, Status = "Synced" },
                new ApplicationResource { Version = "v1", Kind = "Service", Namespace = space, Name = name, Status = "Synced" },
                new ApplicationResource { Version = "v1", Kind = "ConfigMap", Namespace = space, Name = name, Status = "Synced" },
            ],
        });
        var labels = StringMap.From([KeyValuePair.Create("app.kubernetes.io/name", name), KeyValuePair.Create("app.kubernetes.io/part-of", "shop"), KeyValuePair.Create("pod-template-hash", "6797f58b49")]);
        var selector = StringMap.From([KeyValuePair.Create("app.kubernetes.io/name", name), KeyValuePair.Create("app.kubernetes.io/part-of", "shop")]);
        var ready = faulty ? sort == 0 ? 0 : PodsOfOne - 1 : PodsOfOne;
        Add(new Deployment
        {
            Metadata = Of(space, name) with { Generation = 2 },
            Replicas = PodsOfOne,
            ReadyReplicas = ready,
            AvailableReplicas = ready,
            UpdatedReplicas = PodsOfOne,
            ObservedGeneration = 2,
            Selector = new LabelSelector(selector, []),
            Conditions = [new Condition("Available", ready > 7 ? "True" : "False", "", "", Recent), new Condition("Progressing", "True", "NewReplicaSetAvailable", "", Old)],
        });
        Add(new ReplicaSet
        {
            Metadata = Of(space, name + "-6797f58b49") with { Controller = new Owner("Deployment", name, "") },
            Replicas = PodsOfOne,
            ReadyReplicas = ready,
        });
        Add(new Service { Metadata = Of(space, name), Type = "ClusterIP", Selector = selector, Ports = [new ServicePort("http", 80, "8080", "TCP")] });
        Add(new ConfigMap { Metadata = Of(space, name) });
        Add(new EndpointSlice
        {
            Metadata = Of(space, name + "-x7k2p") with { Labels = StringMap.From([KeyValuePair.Create("kubernetes.io/service-name", name)]) },
            Endpoints = [.. Enumerable.Range(0, PodsOfOne).Select(pod => new Endpoint("Pod", $"{name}-6797f58b49-{pod:00000}", pod < ready, pod < ready, false))],
            Ports = [new ContainerPort("http", 8080)],
        });
        for (var pod = 0; pod < PodsOfOne; pod++)
        {
            AddPod(space, name, pod, labels, pod < ready ? -1 : sort);
        }
    }

    private void AddPod(string space, string owner, int number, StringMap labels, int sort)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{owner}-6797f58b49-{number:00000}");
        var isWell = sort < 0;
        var pod = new Pod
        {
            Metadata = Of(space, name) with { Uid = "uid-" + name, Labels = labels, Controller = new Owner("ReplicaSet", owner + "-6797f58b49", "") },
            Phase = sort is 1 or 3 ? "Pending" : "Running",
            NodeName = sort == 3 ? "" : $"node-{(name.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % Nodes:000}",
            RestartPolicy = "Always",
            ServiceAccountName = "default",
            StartedAt = Recent,
            ConfigMaps = [owner],
            Containers =
            [
                new ContainerSpec
                {
                    Name = "app",
                    Image = $"registry.example/{owner}:2.4.0",
                    MemoryLimit = new Quantity("512Mi"),
                    MemoryRequest = new Quantity("256Mi"),
                    CpuRequest = new Quantity("100m"),
                    Ports = [new ContainerPort("http", 8080)],
                },
            ],
            Statuses = sort == 3 ? [] : [new ContainerStatus { Name = "app", Ready = isWell, RestartCount = sort is 0 or 2 ? 7 : 0, State = State(sort), LastState = sort is 0 or 2 ? Ended(sort) : ContainerState.None }],
            Conditions =
            [
                new Condition("PodScheduled", sort == 3 ? "False" : "True", sort == 3 ? "Unschedulable" : "", sort == 3 ? "0/400 nodes are available: 400 Insufficient memory." : "", Recent),
                new Condition("ContainersReady", isWell ? "True" : "False", "", "", Recent),
                new Condition("Ready", isWell ? "True" : "False", "", "", Recent),
            ],
        };
        Add(pod);
        if (!isWell)
        {
            Add(new Event
            {
                Metadata = Of(space, name + ".1"),
                Regarding = pod.Ref,
                RegardingUid = pod.Metadata.Uid,
                Type = "Warning",
                Reason = sort == 4 ? "Unhealthy" : sort == 1 ? "Failed" : "BackOff",
                Message = sort == 4 ? "Readiness probe failed: HTTP probe failed with statuscode: 503" : "Back-off restarting failed container",
                Count = 12,
                FirstAt = Recent,
                LastAt = Now.AddMinutes(-1),
            });
        }
    }

    private static ContainerState State(int sort) => sort switch
    {
        0 or 2 => new ContainerState(ContainerPhase.Waiting, "CrashLoopBackOff", "back-off 5m0s restarting failed container"),
        1 => new ContainerState(ContainerPhase.Waiting, "ImagePullBackOff", "Back-off pulling image: ErrImagePull: rpc error: code = NotFound desc = not found"),
        _ => new ContainerState(ContainerPhase.Running, StartedAt: Recent),
    };

    private static ContainerState Ended(int sort) =>
        new(ContainerPhase.Terminated, sort == 0 ? "OOMKilled" : "Error", "", sort == 0 ? 137 : 1, Now.AddMinutes(-4), Now.AddMinutes(-3));

    private static Metadata Of(string @namespace, string name) => new() { Namespace = @namespace, Name = name, CreatedAt = Old };

    private void Add(ClusterObject item)
    {
        if (!lists.TryGetValue(item.Kind, out var list))
        {
            lists[item.Kind] = list = ImmutableArray.CreateBuilder<ClusterObject>();
        }

        list.Add(item);
    }
}
