using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Scenarios;

/// <summary>
/// The shorthand <c>workload</c>: a Deployment, StatefulSet or DaemonSet with what usually stands beside it (Service, Ingress, ExternalSecret).
/// Pods, ReplicaSets and EndpointSlices are made by the controllers.
/// </summary>
internal static class WorkloadTemplate
{
    public static readonly string[] Keys =
    [
        "name", "namespace", "kind", "image", "replicas", "port", "memory", "requests", "cpu", "labels", "app", "container", "service", "strategy",
        "deadline", "host", "secret", "when", "clusterIP",
    ];

    public static IEnumerable<JsonObject> Expand(JsonObject workload)
    {
        var condition = workload.Text("when");
        foreach (var manifest in Manifests(workload))
        {
            if (condition is not null)
            {
                manifest["when"] = condition;
            }

            yield return manifest;
        }
    }

    private static IEnumerable<JsonObject> Manifests(JsonObject workload)
    {
        yield return Main(workload);
        if (workload["port"] is not null && workload["service"]?.ToString() != "false")
        {
            yield return Service(workload);
        }

        if (workload.Text("host") is { } host)
        {
            yield return Ingress(workload, host);
        }

        if (workload.Text("secret") is { } secret)
        {
            yield return ExternalSecret(workload, secret);
        }
    }

    private static JsonObject Main(JsonObject workload)
    {
        var kind = workload.Text("kind") ?? "Deployment";
        var spec = new JsonObject { ["selector"] = new JsonObject { ["matchLabels"] = Selector(workload) }, ["template"] = Pod(workload) };
        if (kind == "Deployment")
        {
            spec["progressDeadlineSeconds"] = workload["deadline"]?.DeepClone() ?? 600;
            spec["revisionHistoryLimit"] = 10;
            spec["strategy"] = workload.Text("strategy") == "Recreate"
                ? new JsonObject { ["type"] = "Recreate" }
                : new JsonObject { ["type"] = "RollingUpdate", ["rollingUpdate"] = new JsonObject { ["maxSurge"] = "25%", ["maxUnavailable"] = "25%" } };
        }
        else if (kind == "StatefulSet")
        {
            spec["serviceName"] = workload.Text("name");
        }

        if (kind != "DaemonSet")
        {
            spec["replicas"] = workload["replicas"]?.DeepClone() ?? 1;
        }

        return new JsonObject { ["apiVersion"] = "apps/v1", ["kind"] = kind, ["metadata"] = Metadata(workload), ["spec"] = spec };
    }

    private static JsonObject Pod(JsonObject workload)
    {
        var container = new JsonObject
        {
            ["name"] = workload.Text("container") ?? workload.Text("name"),
            ["image"] = workload.Text("image"),
            ["imagePullPolicy"] = "IfNotPresent",
            ["resources"] = Resources(workload),
        };
        if (workload["port"] is { } port)
        {
            container["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["containerPort"] = port.DeepClone(), ["protocol"] = "TCP" });
            container["readinessProbe"] = new JsonObject
            {
                ["httpGet"] = new JsonObject { ["path"] = "/health/ready", ["port"] = "http", ["scheme"] = "HTTP" },
                ["periodSeconds"] = 5,
                ["failureThreshold"] = 3,
                ["successThreshold"] = 1,
                ["timeoutSeconds"] = 1,
            };
        }

        return new JsonObject
        {
            ["metadata"] = new JsonObject { ["labels"] = Selector(workload) },
            ["spec"] = new JsonObject { ["containers"] = new JsonArray(container), ["restartPolicy"] = "Always", ["terminationGracePeriodSeconds"] = 30 },
        };
    }

    private static JsonObject Resources(JsonObject workload)
    {
        var resources = new JsonObject
        {
            ["requests"] = new JsonObject { ["cpu"] = workload["cpu"]?.ToString() ?? "100m", ["memory"] = workload.Text("requests") ?? workload.Text("memory") ?? "128Mi" },
        };
        if (workload.Text("memory") is { } limit)
        {
            resources["limits"] = new JsonObject { ["memory"] = limit };
        }

        return resources;
    }

    private static JsonObject Service(JsonObject workload)
    {
        var spec = new JsonObject
        {
            ["type"] = "ClusterIP",
            ["selector"] = Selector(workload),
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["port"] = workload["port"]!.DeepClone(), ["protocol"] = "TCP", ["targetPort"] = workload["port"]!.DeepClone() }),
        };
        if (workload.Text("clusterIP") is { } address)
        {
            spec["clusterIP"] = address;
        }

        var metadata = Metadata(workload);
        metadata["name"] = workload["service"]?.ToString() is { Length: > 0 } named and not "true" ? named : workload.Text("name");
        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Service", ["metadata"] = metadata, ["spec"] = spec };
    }

    private static JsonObject Ingress(JsonObject workload, string host)
    {
        var metadata = Metadata(workload);
        metadata.Child("annotations")["alb.ingress.kubernetes.io/scheme"] = "internet-facing";
        metadata.Child("annotations")["alb.ingress.kubernetes.io/group.name"] = "wealist";
        var backend = new JsonObject { ["service"] = new JsonObject { ["name"] = workload.Text("name"), ["port"] = new JsonObject { ["number"] = workload["port"]!.DeepClone() } } };
        var path = new JsonObject { ["path"] = "/", ["pathType"] = "Prefix", ["backend"] = backend };
        return new JsonObject
        {
            ["apiVersion"] = "networking.k8s.io/v1",
            ["kind"] = "Ingress",
            ["metadata"] = metadata,
            ["spec"] = new JsonObject
            {
                ["ingressClassName"] = "alb",
                ["rules"] = new JsonArray(new JsonObject { ["host"] = host, ["http"] = new JsonObject { ["paths"] = new JsonArray(path) } }),
            },
        };
    }

    private static JsonObject ExternalSecret(JsonObject workload, string name)
    {
        var metadata = Metadata(workload);
        metadata["name"] = name;
        return new JsonObject
        {
            ["apiVersion"] = "external-secrets.io/v1",
            ["kind"] = "ExternalSecret",
            ["metadata"] = metadata,
            ["spec"] = new JsonObject
            {
                ["refreshInterval"] = "1h0m0s",
                ["secretStoreRef"] = new JsonObject { ["kind"] = "ClusterSecretStore", ["name"] = "aws-secrets-manager" },
                ["target"] = new JsonObject { ["name"] = name, ["creationPolicy"] = "Owner" },
                ["data"] = new JsonArray(new JsonObject
                {
                    ["secretKey"] = "DB_PASSWORD",
                    ["remoteRef"] = new JsonObject { ["key"] = $"wealist/prod/{workload.Text("name")}", ["property"] = "db_password" },
                }),
            },
        };
    }

    private static JsonObject Metadata(JsonObject workload)
    {
        var labels = Selector(workload);
        if (workload["labels"] is JsonObject more)
        {
            foreach (var (key, value) in more)
            {
                labels[key] = value?.DeepClone();
            }
        }

        var metadata = new JsonObject { ["name"] = workload.Text("name"), ["labels"] = labels };
        if (workload.Text("namespace") is { } ns)
        {
            metadata["namespace"] = ns;
        }

        return metadata;
    }

    private static JsonObject Selector(JsonObject workload) => new() { ["app.kubernetes.io/name"] = workload.Text("app") ?? workload.Text("name") };
}
