using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Empties namespaces that are deleted, tells what remains and why, and lets them go when nothing does.</summary>
internal sealed class NamespaceController : IController
{
    public void Tick(World world)
    {
        foreach (var space in world.Store.List(SimulatedKinds.Namespace))
        {
            if (World.IsDeleting(space.Body))
            {
                Empty(world, space);
            }
        }
    }

    private static void Empty(World world, StoredObject space)
    {
        var kinds = world.Store.Installed().Where(static kind => kind.Namespaced && kind.StoredAs is null).ToList();
        foreach (var held in kinds.SelectMany(kind => world.Store.List(kind, space.Name)).Where(static held => !World.IsDeleting(held.Body)).ToList())
        {
            world.Store.Delete(held.Kind, held.Namespace, held.Name);
        }

        var left = kinds.SelectMany(kind => world.Store.List(kind, space.Name)).ToList();
        if (left.Count == 0)
        {
            world.Update(space, static body => body.Child("spec").Remove("finalizers"));
            return;
        }

        var finalizers = left.SelectMany(static held => held.Body.Texts("metadata", "finalizers")).GroupBy(static name => name, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => $"{group.Key} in {group.Count()} resource instances").ToList();
        var remaining = left.GroupBy(static held => held.Kind).OrderBy(static group => group.Key.QualifiedPlural, StringComparer.Ordinal)
            .Select(static group => $"{group.Key.Plural}.{group.Key.Group} has {group.Count()} resource instances");
        world.Update(space, body =>
        {
            var status = body.Child("status");
            status["phase"] = "Terminating";
            Condition(world, status, "NamespaceDeletionDiscoveryFailure", holds: false, "ResourcesDiscovered", "All resources successfully discovered");
            Condition(world, status, "NamespaceDeletionGroupVersionParsingFailure", holds: false, "ParsedGroupVersions", "All legacy kube types successfully parsed");
            Condition(world, status, "NamespaceDeletionContentFailure", holds: false, "ContentDeleted", "All content successfully deleted, may be waiting on finalization");
            Condition(world, status, "NamespaceContentRemaining", holds: true, "SomeResourcesRemain", $"Some resources are remaining: {string.Join(", ", remaining)}");
            if (finalizers.Count > 0)
            {
                Condition(
                    world, status, "NamespaceFinalizersRemaining", holds: true, "SomeFinalizersRemain",
                    $"Some content in the namespace has finalizers remaining: {string.Join(", ", finalizers)}");
            }
        });
    }

    private static void Condition(World world, JsonObject status, string type, bool holds, string reason, string message)
    {
        PodStatus.Condition(world, status, type, holds, reason, message);
        status.Objects("conditions").First(condition => condition.Text("type") == type).Remove("lastProbeTime");
    }
}
