using System.Text.Json.Nodes;
using Bot.Simulator.Controllers.Kubernetes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Scenarios;

/// <summary>The shorthand <c>node</c>: an EKS node by its address.</summary>
internal static class NodeTemplate
{
    public static readonly string[] Keys = ["ip", "zone", "type", "cordoned"];

    public static JsonObject Expand(JsonObject node)
    {
        var ip = node.Text("ip") ?? "10.0.11.57";
        var name = $"ip-{ip.Replace('.', '-')}.ap-northeast-2.compute.internal";
        var zone = $"ap-northeast-2{node.Text("zone") ?? "a"}";
        var spec = new JsonObject { ["providerID"] = $"aws:///{zone}/i-0{Fingerprint.Hex(name)[..16]}" };
        if (node.Flag("cordoned"))
        {
            spec["unschedulable"] = true;
            spec["taints"] = new JsonArray(new JsonObject { ["key"] = "node.kubernetes.io/unschedulable", ["effect"] = "NoSchedule" });
        }

        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Node",
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["labels"] = new JsonObject
                {
                    ["kubernetes.io/hostname"] = name,
                    ["kubernetes.io/arch"] = "amd64",
                    ["kubernetes.io/os"] = "linux",
                    ["node.kubernetes.io/instance-type"] = node.Text("type") ?? "m6i.xlarge",
                    ["topology.kubernetes.io/region"] = "ap-northeast-2",
                    ["topology.kubernetes.io/zone"] = zone,
                },
            },
            ["spec"] = spec,
            ["status"] = Status(name, ip),
        };
    }

    private static JsonObject Status(string name, string ip)
    {
        var size = new JsonObject { ["cpu"] = "3920m", ["memory"] = "15056080Ki", ["pods"] = "58" };
        return new JsonObject
        {
            ["addresses"] = new JsonArray(
                new JsonObject { ["type"] = "InternalIP", ["address"] = ip },
                new JsonObject { ["type"] = "InternalDNS", ["address"] = name },
                new JsonObject { ["type"] = "Hostname", ["address"] = name }),
            ["allocatable"] = size,
            ["capacity"] = new JsonObject { ["cpu"] = "4", ["memory"] = "16073936Ki", ["pods"] = "58" },
            ["conditions"] = new JsonArray(
                Condition("MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
                Condition("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
                Condition("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
                Condition("Ready", "True", "KubeletReady", "kubelet is posting ready status")),
            ["nodeInfo"] = new JsonObject
            {
                ["architecture"] = "amd64",
                ["containerRuntimeVersion"] = "containerd://1.7.27",
                ["kernelVersion"] = "6.1.115-126.197.amzn2023.x86_64",
                ["kubeletVersion"] = "v1.34.1-eks-113cf36",
                ["operatingSystem"] = "linux",
                ["osImage"] = "Amazon Linux 2023.6.20241121",
            },
        };
    }

    private static JsonObject Condition(string type, string status, string reason, string message) =>
        new() { ["type"] = type, ["status"] = status, ["reason"] = reason, ["message"] = message };
}
