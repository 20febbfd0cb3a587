using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Rolls Deployments: one ReplicaSet a template, one pod more at a time, an old pod goes when a new one is ready.</summary>
internal sealed class DeploymentController : IController
{
    private const string Revision = "deployment.kubernetes.io/revision";
    private const string TemplateHash = "pod-template-hash";

    private readonly SettledObjects settled = new(SimulatedKinds.ReplicaSet, SimulatedKinds.Pod);

    public void Tick(World world)
    {
        foreach (var deployment in world.Store.List(SimulatedKinds.Deployment))
        {
            if (World.IsDeleting(deployment.Body) || settled.Has(world, deployment))
            {
                continue;
            }

            Roll(world, deployment);
            if (DeploymentStatus.IsAtRest(deployment.Body))
            {
                settled.Note(world, deployment);
            }
        }
    }

    private static void Roll(World world, StoredObject deployment)
    {
        var template = deployment.Body.At("spec", "template");
        if (template is null)
        {
            return;
        }

        var hash = Fingerprint.TemplateHash(template);
        var sets = world.Owned(SimulatedKinds.ReplicaSet, deployment);
        var current = sets.FirstOrDefault(set => set.Body.Text("metadata", "labels", TemplateHash) == hash) ?? CreateSet(world, deployment, template, hash, sets);
        if (current is null)
        {
            return;
        }

        var wanted = Number(deployment.Body, "spec", "replicas", 1);
        var others = sets.Where(set => set.Name != current.Name).ToList();
        if (deployment.Body.Flag("spec", "paused"))
        {
            DeploymentStatus.Write(world, deployment, current, others);
            return;
        }

        var ready = Number(current.Body, "status", "readyReplicas", 0);
        var oldPods = others.Sum(static set => Number(set.Body, "spec", "replicas", 0));
        var recreates = deployment.Body.Text("spec", "strategy", "type") == "Recreate";
        Scale(world, deployment, current, oldPods == 0 ? wanted : recreates ? 0 : Math.Min(wanted, ready + 1));
        var keep = recreates ? 0 : Math.Max(0, wanted - ready);
        foreach (var old in others)
        {
            var size = Math.Min(keep, Number(old.Body, "spec", "replicas", 0));
            keep -= size;
            Scale(world, deployment, old, size);
        }

        DeploymentStatus.Write(world, deployment, world.Store.Get(current.Kind, current.Namespace, current.Name) ?? current, others);
    }

    private static StoredObject? CreateSet(World world, StoredObject deployment, JsonNode template, string hash, IReadOnlyList<StoredObject> sets)
    {
        var revision = sets.Select(static set => int.TryParse(set.Body.Text("metadata", "annotations", Revision), out var number) ? number : 0).DefaultIfEmpty().Max() + 1;
        var labelled = (JsonObject)template.DeepClone();
        labelled.Child("metadata", "labels")[TemplateHash] = hash;
        var selector = (JsonObject)(deployment.Body.At("spec", "selector")?.DeepClone() ?? new JsonObject());
        selector.Child("matchLabels")[TemplateHash] = hash;
        var body = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{deployment.Name}-{hash}",
                ["labels"] = labelled.At("metadata", "labels")!.DeepClone(),
                ["annotations"] = new JsonObject
                {
                    ["deployment.kubernetes.io/desired-replicas"] = $"{Number(deployment.Body, "spec", "replicas", 1)}",
                    [Revision] = $"{revision}",
                },
                ["ownerReferences"] = PodFactory.Reference(deployment),
            },
            ["spec"] = new JsonObject { ["replicas"] = 0, ["selector"] = selector, ["template"] = labelled },
        };
        var created = world.Store.Create(SimulatedKinds.ReplicaSet, deployment.Namespace, body);
        world.Update(deployment, held => held.Child("metadata", "annotations")[Revision] = $"{revision}");
        return created.Object;
    }

    private static void Scale(World world, StoredObject deployment, StoredObject set, int replicas)
    {
        var before = Number(set.Body, "spec", "replicas", 0);
        if (before == replicas)
        {
            return;
        }

        world.Update(set, body => body.Child("spec")["replicas"] = replicas);
        var direction = replicas > before ? "up" : "down";
        world.Events.Record(
            deployment, "Normal", "ScalingReplicaSet", $"Scaled {direction} replica set {set.Name} from {before} to {replicas}", "deployment-controller");
    }

    private static int Number(JsonObject body, string section, string key, int otherwise) => (int)(body.Number(section, key) ?? otherwise);
}
