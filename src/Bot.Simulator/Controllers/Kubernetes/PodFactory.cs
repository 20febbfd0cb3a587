using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Makes objects that belong to an owner: pods from a template above all.</summary>
internal static class PodFactory
{
    public static void Create(World world, StoredObject owner, JsonNode? template, string name, bool generated, params ReadOnlySpan<(string Key, string Value)> labels)
    {
        var metadata = (JsonObject)(template.At("metadata")?.DeepClone() ?? new JsonObject());
        metadata["name"] = name;
        if (generated)
        {
            metadata["generateName"] = owner.Name + "-";
        }

        foreach (var (key, value) in labels)
        {
            metadata.Child("labels")[key] = value;
        }

        metadata["ownerReferences"] = Reference(owner);
        var spec = (JsonObject)(template.At("spec")?.DeepClone() ?? new JsonObject());
        spec["restartPolicy"] ??= "Always";
        spec["terminationGracePeriodSeconds"] ??= 30;
        spec["dnsPolicy"] ??= "ClusterFirst";
        spec["schedulerName"] ??= "default-scheduler";
        spec["serviceAccountName"] ??= "default";
        var created = world.Store.Create(SimulatedKinds.Pod, owner.Namespace, new JsonObject { ["metadata"] = metadata, ["spec"] = spec });
        var (type, reason, message) = created.Succeeded
            ? ("Normal", "SuccessfulCreate", $"Created pod: {name}")
            : ("Warning", "FailedCreate", $"Error creating: {created.Failure.Message}");
        world.Events.Record(owner, type, reason, message, owner.Kind.Singular + "-controller");
    }

    public static JsonArray Reference(StoredObject owner) => new(new JsonObject
    {
        ["apiVersion"] = owner.Kind.ApiVersion,
        ["kind"] = owner.Kind.Kind,
        ["name"] = owner.Name,
        ["uid"] = owner.Uid,
        ["controller"] = true,
        ["blockOwnerDeletion"] = true,
    });
}
