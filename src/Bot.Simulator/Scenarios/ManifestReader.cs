using System.Text.Json.Nodes;
using Bot.Simulator.Git;
using Bot.Simulator.Store;

namespace Bot.Simulator.Scenarios;

/// <summary>Reads entries that hold manifests: as they are, or by one of the shorthands, repeated for each item where they say so.</summary>
internal sealed class ManifestReader(string repo, string branch)
{
    public static readonly string[] Keys = ["for", "manifest", "manifests", "workload", "workloads", "application", "node", "namespaces"];

    /// <summary>The items of <c>for</c>; one empty item where there is none.</summary>
    public static IReadOnlyList<string> Items(ScenarioNode entry) => entry.Find("for") is null ? [""] : entry.Texts("for");

    public IReadOnlyList<JsonObject> Read(ScenarioNode entry, string item)
    {
        var manifests = new List<JsonObject>();
        if (entry.Find("manifest") is { } single)
        {
            manifests.Add(Filled(single, item));
        }

        manifests.AddRange(entry.List("manifests").Select(node => Filled(node, item)));
        if (entry.Find("workload") is { } workload)
        {
            manifests.AddRange(Workload(workload, item));
        }

        manifests.AddRange(entry.List("workloads").SelectMany(node => Workload(node, item)));
        if (entry.Find("application") is { } application)
        {
            application.Only(ApplicationTemplate.Keys).Need("name");
            application.Need("path");
            manifests.Add(ApplicationTemplate.Expand(Filled(application, item), repo, branch));
        }

        if (entry.Find("node") is { } host)
        {
            manifests.Add(NodeTemplate.Expand(Filled(host.Only(NodeTemplate.Keys), item)));
        }

        manifests.AddRange(entry.Texts("namespaces").Select(static name => new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Namespace",
            ["metadata"] = new JsonObject { ["name"] = name },
        }));
        foreach (var manifest in manifests)
        {
            Check(entry, manifest);
        }

        return manifests;
    }

    private static IEnumerable<JsonObject> Workload(ScenarioNode node, string item)
    {
        node.Only(WorkloadTemplate.Keys).Need("name");
        node.Need("image");
        return WorkloadTemplate.Expand(Filled(node, item));
    }

    private static JsonObject Filled(ScenarioNode node, string item)
    {
        var json = node.JsonObject();
        return item.Length == 0 ? json : (JsonObject)TextTemplate.Fill(json, new Dictionary<string, string>(StringComparer.Ordinal) { ["item"] = item })!;
    }

    private static void Check(ScenarioNode entry, JsonObject manifest)
    {
        var apiVersion = manifest.Text("apiVersion");
        var kind = manifest.Text("kind");
        if (apiVersion is null || kind is null || manifest.Text("metadata", "name") is null)
        {
            throw entry.Fault("a manifest needs apiVersion, kind and metadata.name");
        }

        if (SimulatedKinds.Find(apiVersion, kind) is null)
        {
            var nearest = NearestNames.Of(kind, SimulatedKinds.All.Select(static known => known.Kind));
            throw entry.Fault($"{apiVersion} {kind} is no kind of the simulator{(nearest.Count > 0 ? "; did you mean " + string.Join(" or ", nearest) + "?" : "")}");
        }
    }
}
